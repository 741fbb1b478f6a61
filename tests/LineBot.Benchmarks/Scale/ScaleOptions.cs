using System.Globalization;
using LineBot.Storage;

namespace LineBot.Benchmarks.Scale;

/// <summary>Which store, how full, and what of it is measured.</summary>
/// <param name="Storage">Where the store is; one that is filled already stays as it is and is measured again.</param>
/// <param name="PastEvents">Events in the inbox that are old enough to be forgotten.</param>
/// <param name="Work">For how many customers the month turn and the import have something to do; the months of the others are turned.</param>
/// <param name="Only">The measurements to take; none only fills.</param>
/// <param name="Away">How much longer the service's way to the server and back is than the real one.</param>
/// <param name="Json">A file for the figures.</param>
internal sealed record ScaleOptions(StorageOptions Storage, int Customers, int PastEvents, int Work, IReadOnlyList<string> Only, TimeSpan Away, string? Json)
{
    /// <summary>In the order in which they are taken.</summary>
    public static readonly IReadOnlyList<string> All = ["size", "month-turn", "start", "taps", "ceiling", "pages", "intake", "import", "retention"];

    private static readonly string[] Known = ["--store", "--connection", "--customers", "--past-events", "--work", "--only", "--away-us", "--json"];

    public static ScaleOptions Parse(IReadOnlyList<string> arguments)
    {
        var given = arguments.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : throw new ArgumentException($"'{pair[0]}' lacks its value."));
        if (given.Keys.Except(Known).FirstOrDefault() is { } other)
            throw new ArgumentException($"'{other}' is not known; {string.Join(", ", Known)} are.");
        var storage = new StorageOptions { Provider = given.GetValueOrDefault("--store", StorageOptions.Sqlite) };
        storage.ConnectionString = given.GetValueOrDefault("--connection")
            ?? (storage.Provider == StorageOptions.Sqlite
                ? $"Data Source={Path.Combine(Path.GetTempPath(), "linebot-scale", "linebot.db")}"
                : throw new ArgumentException("PostgreSQL needs --connection 'Host=…;Database=…;Username=…', of a superuser and an empty database."));
        var only = given.GetValueOrDefault("--only")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [.. All];
        if (only.Except(All).FirstOrDefault(name => name != "none") is { } unknown)
            throw new ArgumentException($"'{unknown}' is not measured; {string.Join(", ", All)} are, and none.");
        var customers = Number("--customers", 10_000);
        return new ScaleOptions(storage, customers, Number("--past-events", 0), Math.Min(customers, Number("--work", customers)), only,
            TimeSpan.FromMicroseconds(Number("--away-us", 0)), given.GetValueOrDefault("--json"));

        int Number(string name, int otherwise) => given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
