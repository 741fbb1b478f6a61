namespace LineBot.Storage;

/// <summary>One table of a store, read and written by its key without knowing what it means. It is described by SQLite's own catalogue.</summary>
internal sealed class TableStore
{
    private readonly string[] _columns;
    private readonly int[] _key;
    private readonly string _first;
    private readonly string _next;
    private readonly string _last;
    private readonly ManyRows _insert;

    private TableStore(Transaction tx, string name)
    {
        var columns = tx.Query<Column>("SELECT name, type, pk FROM pragma_table_info(@name) ORDER BY cid", new { name });
        Name = name;
        _columns = [.. columns.Select(column => column.Name)];
        _key = [.. columns.Select((column, place) => (column.Pk, place)).Where(of => of.Pk > 0).OrderBy(of => of.Pk).Select(of => of.place)];
        var key = string.Join(", ", _key.Select(place => _columns[place]));
        var all = string.Join(", ", _columns);
        _first = $"SELECT {all} FROM {name} ORDER BY {key} LIMIT @1";
        _next = $"SELECT {all} FROM {name} WHERE ({key}) > ({string.Join(", ", _key.Select((_, number) => $"@{number + 2}"))}) ORDER BY {key} LIMIT @1";
        _last = $"SELECT {key} FROM {name} ORDER BY {string.Join(", ", _key.Select(place => $"{_columns[place]} DESC"))} LIMIT 1";
        _insert = new ManyRows($"INSERT INTO {name} ({all}) VALUES", _columns.Length);
        Numbered = _key.Length == 1 && columns[_key[0]].Type == "INTEGER" && !PointsTo(tx).Any(target => target.Column == _columns[_key[0]]) ? _columns[_key[0]] : null;
        LargestRow = tx.Get<long>($"SELECT COALESCE(MAX({string.Join(" + ", _columns.Select(column => $"COALESCE(LENGTH({column}), 0)"))}), 0) FROM {name}");
    }

    public string Name { get; }

    /// <summary>The column whose values the store counts itself, if there is one.</summary>
    public string? Numbered { get; }

    /// <summary>In bytes, or characters of texts: near enough to know how many fit into memory.</summary>
    public long LargestRow { get; }

    /// <summary>All tables of the service; what a table points to comes before it.</summary>
    public static IReadOnlyList<TableStore> InOrder(Transaction tx)
    {
        var left = tx.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations' ORDER BY name")
            .Select(name => new TableStore(tx, name)).ToDictionary(table => table, table => table.PointsTo(tx).Select(target => target.Table).ToHashSet());
        var ordered = new List<TableStore>();
        while (left.Count > 0)
        {
            var free = left.Where(table => !left.Keys.Any(other => other != table.Key && table.Value.Contains(other.Name))).Select(table => table.Key).ToList();
            if (free.Count == 0)
                throw new InvalidOperationException($"These tables point to one another: {string.Join(", ", left.Keys.Select(table => table.Name))}");
            ordered.AddRange(free);
            free.ForEach(table => left.Remove(table));
        }
        return ordered;
    }

    /// <summary>The rows after a key, in its order; from the first one on where there is none.</summary>
    public IReadOnlyList<object?[]> After(Transaction tx, object?[]? key, int most)
    {
        using var rows = tx.Prepared(key is null ? _first : _next).With([(long)most, .. key ?? []]).Read();
        var found = new List<object?[]>();
        while (rows.Read())
            found.Add([.. Enumerable.Range(0, _columns.Length).Select(rows.GetValue)]);
        return found;
    }

    public object?[] KeyOf(object?[] row) => [.. _key.Select(place => row[place])];

    /// <summary>The greatest key that there is.</summary>
    public object?[]? LastKey(Transaction tx)
    {
        using var rows = tx.Prepared(_last).Read();
        return rows.Read() ? [.. Enumerable.Range(0, _key.Length).Select(rows.GetValue)] : null;
    }

    public long Count(Transaction tx) => tx.Get<long>($"SELECT COUNT(*) FROM {Name}");

    public void Insert(Transaction tx, IReadOnlyList<object?[]> rows) => _insert.Execute(tx, rows);

    private IReadOnlyList<Target> PointsTo(Transaction tx) =>
        tx.Query<Target>("""SELECT "table", "from" AS "column" FROM pragma_foreign_key_list(@Name)""", new { Name });

    private sealed record Column
    {
        public required string Name { get; init; }

        public required string Type { get; init; }

        public required long Pk { get; init; }
    }

    private sealed record Target
    {
        public required string Table { get; init; }

        public required string Column { get; init; }
    }
}
