namespace LineBot.Storage;

/// <summary>One prepared statement that writes several rows: most of a small write's cost is the call, not the row.</summary>
internal sealed class ManyRows
{
    private const int Most = 16;

    private readonly string[] _sql;
    private readonly int _columns;

    /// <param name="before">The statement up to and including <c>VALUES</c>.</param>
    /// <param name="after">What follows the values.</param>
    public ManyRows(string before, int columns, string after = "")
    {
        _columns = columns;
        _sql = [.. Enumerable.Range(1, Most).Select(rows =>
            $"{before} {string.Join(", ", Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", Enumerable.Range(1, columns).Select(n => $"@{row * columns + n}"))})"))} {after}")];
    }

    /// <summary>Writes <paramref name="rows"/>, each the values of one row in the order of the columns.</summary>
    public void Execute(Transaction tx, IReadOnlyList<object?[]> rows)
    {
        for (var first = 0; first < rows.Count; first += Most)
        {
            var count = Math.Min(Most, rows.Count - first);
            var values = new object?[count * _columns];
            for (var row = 0; row < count; row++)
                rows[first + row].CopyTo(values, row * _columns);
            tx.Prepared(_sql[count - 1]).With(values).ExecuteLater();
        }
    }
}
