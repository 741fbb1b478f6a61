namespace LineBot.Storage;

/// <summary>A statement that stays compiled, with parameters <c>@1</c>, <c>@2</c>, … set by position.</summary>
internal abstract class PreparedStatement : IDisposable
{
    /// <summary>Sets the parameters: texts, whole numbers, flags, bytes and nothing.</summary>
    public abstract PreparedStatement With(params ReadOnlySpan<object?> values);

    /// <summary>Runs it and returns how many rows it changed.</summary>
    public abstract int Execute();

    /// <summary>Its rows, which have to be disposed of before it runs again.</summary>
    public abstract PreparedRows Read();

    /// <summary>The first column of the first row; null where there is none, or nothing in it.</summary>
    public object? Scalar()
    {
        using var row = Read();
        return row.Read() ? row.GetValue(0) : null;
    }

    public abstract void Dispose();
}
