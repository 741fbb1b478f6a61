namespace LineBot.Storage;

/// <summary>
/// Copies a whole SQLite store into a database of PostgreSQL that nobody uses yet: table by table, what is pointed to first, each by its key
/// and in portions. A copy that was broken off goes on where it stood, because what is there already is what comes first by the key.
/// </summary>
public sealed class CopyStore(Database from, Database to)
{
    /// <summary>A table that stands in the target from the first row to the last comparison.</summary>
    private const string Marker = "copy_under_way";

    private const long PortionBytes = 16_000_000;
    private const int MostRows = 1_000;

    /// <summary>Opens the store that a copy goes into, also one that a copy which was broken off has begun to fill.</summary>
    public static Database OpenTarget(StorageOptions options, ILogger log) => new(StoreEngines.Of(options), log);

    /// <summary>The engine of a store that is not the target of a copy which has not come to its end: there much may be lacking.</summary>
    internal static IStoreEngine Whole(IStoreEngine engine) =>
        StoreEngines.Look(engine, store => store.Has(Marker)) ? throw new StoreHalfCopiedException() : engine;

    /// <summary>Whether the target holds nothing, or nothing but what a copy that was broken off has put there.</summary>
    public Task<bool> IsReadyAsync() => to.ReadAsync(tx =>
        IsUnderWay(tx) || tx.Get<long>(
            """
            SELECT (SELECT COUNT(*) FROM line_accounts) + (SELECT COUNT(*) FROM contracts) + (SELECT COUNT(*) FROM plans)
                + (SELECT COUNT(*) FROM operators) + (SELECT COUNT(*) FROM inbox)
            """) == 0);

    /// <summary>Copies, has the target count on from the last numbers, and compares every row. The source is read as it is at one moment.</summary>
    /// <param name="show">Called with the share that is done, 0 to 1, and the table.</param>
    /// <exception cref="CopyDiffersException">A row is not the same on both sides: one of them was written to between two runs.</exception>
    public Task<CopyResult> RunAsync(Action<double, string> show, CancellationToken cancel) => from.ReadAsync(source =>
    {
        var tables = TableStore.InOrder(source);
        Write(tx => Begin(tx, tables));
        var steps = 2.0 * Math.Max(1, tables.Sum(table => table.Count(source)));
        var done = 0L;
        foreach (var table in tables)
        {
            Copy(source, table, rows => Show(table, rows));
            if (table.Numbered is { } column)
                Write(tx => CountOn(tx, table.Name, column));
        }
        var rows = tables.Sum(table => Compare(source, table, some => Show(table, some)));
        Write(tx => tx.Execute($"DROP TABLE {Marker}"));
        return new CopyResult(tables.Count, rows);

        void Show(TableStore table, long more)
        {
            cancel.ThrowIfCancellationRequested();
            done += more;
            show(done / steps, table.Name);
        }
    }, cancel);

    private static bool IsUnderWay(Transaction tx) => tx.Get<bool>($"SELECT to_regclass('{Marker}') IS NOT NULL");

    /// <summary>What scripts have put into new tables is in the source as well, as it is today.</summary>
    private static void Begin(Transaction tx, IReadOnlyList<TableStore> tables)
    {
        if (IsUnderWay(tx))
            return;
        tx.Execute($"CREATE TABLE {Marker} (id BIGINT)");
        foreach (var table in tables.Reverse())
            tx.Execute($"DELETE FROM {table.Name}");
    }

    private void Copy(Transaction source, TableStore table, Action<long> show)
    {
        var last = Read(table.LastKey);
        show(last is null ? 0 : Read(table.Count));
        for (var rows = Portion(source, table, last); rows.Count > 0; rows = Portion(source, table, last))
        {
            Write(tx => table.Insert(tx, rows));
            last = table.KeyOf(rows[^1]);
            show(rows.Count);
        }
    }

    private static void CountOn(Transaction tx, string table, string column) =>
        tx.Find<long?>($"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT COALESCE(MAX({column}), 0) + 1 FROM {table}), false)");

    /// <returns>How many rows are the same on both sides, which is all.</returns>
    private long Compare(Transaction source, TableStore table, Action<long> show)
    {
        var compared = 0L;
        for (object?[]? last = null; ;)
        {
            var expected = Portion(source, table, last);
            var found = Read(tx => table.After(tx, last, Math.Max(1, expected.Count)));
            for (var place = 0; place < Math.Max(expected.Count, found.Count); place++)
            {
                if (place >= expected.Count || place >= found.Count || !AreSame(expected[place], found[place]))
                    throw new CopyDiffersException(table.Name);
            }
            if (expected.Count == 0)
                return compared;
            last = table.KeyOf(expected[^1]);
            compared += expected.Count;
            show(expected.Count);
        }
    }

    private static bool AreSame(object?[] one, object?[] other) => one.Zip(other).All(pair => pair switch
    {
        (byte[] bytes, byte[] others) => bytes.AsSpan().SequenceEqual(others),
        var (value, another) => Equals(Postgres.PostgresCommand.Suited(value), Postgres.PostgresCommand.Suited(another)),
    });

    /// <summary>As many rows as fit into memory however large one of them is.</summary>
    private static IReadOnlyList<object?[]> Portion(Transaction source, TableStore table, object?[]? last) =>
        table.After(source, last, (int)Math.Clamp(PortionBytes / Math.Max(1, table.LargestRow), 1, MostRows));

    private T Read<T>(Func<Transaction, T> work) => to.ReadAsync(work).GetAwaiter().GetResult();

    private void Write(Action<Transaction> work) => to.WriteAsync(work).GetAwaiter().GetResult();
}

/// <summary>What was copied, and found the same on both sides.</summary>
public sealed record CopyResult(int Tables, long Rows);

/// <summary>A row of <paramref name="table"/> is not the same on both sides.</summary>
public sealed class CopyDiffersException(string table) : Exception($"{table} is not the same on both sides.")
{
    public string Table { get; } = table;
}

/// <summary>The configured store is a copy that was broken off.</summary>
public sealed class StoreHalfCopiedException() : Exception(
    "The store in Storage:ConnectionString is a copy that was broken off, and much may be lacking: start 'linebot store copy' again, which goes on where it stood, "
    + "or name another store.");
