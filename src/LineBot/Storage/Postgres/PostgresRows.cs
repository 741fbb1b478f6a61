namespace LineBot.Storage.Postgres;

internal sealed class PostgresRows(PostgresCall call) : PreparedRows
{
    private int _at = -1;

    public override bool Read() => ++_at < call.Rows.Count;

    public override long GetInt64(int column) => (long)Value(column);

    public override string GetString(int column) => (string)Value(column);

    public override byte[] GetBytes(int column) => (byte[])Value(column);

    public override bool IsDBNull(int column) => Value(column) is DBNull;

    public override object? GetValue(int column) => IsDBNull(column) ? null : Value(column);

    public override void Dispose()
    {
    }

    private object Value(int column) => call.Rows[_at][column];
}
