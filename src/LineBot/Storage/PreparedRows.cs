namespace LineBot.Storage;

/// <summary>The rows of a prepared statement, one after the other; columns are asked for by position.</summary>
internal abstract class PreparedRows : IDisposable
{
    public abstract bool Read();

    public abstract long GetInt64(int column);

    public abstract string GetString(int column);

    public abstract byte[] GetBytes(int column);

    public abstract bool IsDBNull(int column);

    public abstract object? GetValue(int column);

    public abstract void Dispose();

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public bool GetBoolean(int column) => GetInt64(column) != 0;
}
