namespace LineBot.Storage.Postgres;

/// <summary>Rows that were all fetched at once: a connection runs one statement at a time, and whoever reads rows may ask for others meanwhile.</summary>
internal sealed class PostgresRows : PreparedRows
{
    private readonly List<object[]> _rows = [];
    private int _at = -1;

    public PostgresRows(PostgresDataReader rows)
    {
        while (rows.Read())
        {
            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            _rows.Add(values);
        }
    }

    public override bool Read() => ++_at < _rows.Count;

    public override long GetInt64(int column) => (long)_rows[_at][column];

    public override string GetString(int column) => (string)_rows[_at][column];

    public override byte[] GetBytes(int column) => (byte[])_rows[_at][column];

    public override bool IsDBNull(int column) => _rows[_at][column] is DBNull;

    public override object? GetValue(int column) => IsDBNull(column) ? null : _rows[_at][column];

    public override void Dispose()
    {
    }
}
