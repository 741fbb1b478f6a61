namespace LineBot.Storage;

/// <summary>A statement that stays compiled, with parameters <c>@1</c>, <c>@2</c>, … set by position.</summary>
internal abstract class PreparedStatement : IDisposable
{
    /// <summary>Sets the parameters: texts, whole numbers, flags, bytes and nothing.</summary>
    public abstract PreparedStatement With(params ReadOnlySpan<object?> values);

    /// <summary>Runs it and returns how many rows it changed.</summary>
    public abstract int Execute();

    /// <summary>
    /// Runs it without waiting for its answer. Where the store is a server, it goes there together with the next statement whose answer is
    /// asked for, and what goes wrong in it is thrown there, at the latest at the end of the piece of work.
    /// </summary>
    /// <returns>Tells how many rows it changed.</returns>
    public virtual Func<int> ExecuteLater()
    {
        var changed = Execute();
        return () => changed;
    }

    /// <summary>
    /// Its rows, which have to be disposed of before it runs again. They are waited for when the first is read: several statements may be
    /// asked for before that, and run in their order.
    /// </summary>
    public abstract PreparedRows Read();

    /// <summary>The first column of the first row; null where there is none, or nothing in it.</summary>
    public object? Scalar()
    {
        using var row = Read();
        return row.Read() ? row.GetValue(0) : null;
    }

    public abstract void Dispose();
}
