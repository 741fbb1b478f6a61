using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace LineBot.Tests.Drivers;

/// <summary>
/// The demo store as the service fills it at its first start, kept for the tests after the first: its passwords are hashed slowly on purpose,
/// and doing that anew for each test would be most of what a test costs.
/// </summary>
internal static class FilledStore
{
    private static readonly ConcurrentDictionary<DateTimeOffset, byte[]> Kept = new();

    public static void Place(string file, LineTalkOptions options)
    {
        if (IsPlain(options) && Kept.TryGetValue(options.StartsAt, out var bytes))
            File.WriteAllBytes(file, bytes);
    }

    public static void Keep(string connectionString, LineTalkOptions options)
    {
        if (!IsPlain(options) || Kept.ContainsKey(options.StartsAt))
            return;
        var copy = Path.GetTempFileName();
        File.Delete(copy);
        using (var connection = new SqliteConnection(connectionString + ";Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", copy);
            command.ExecuteNonQuery();
        }
        Kept[options.StartsAt] = File.ReadAllBytes(copy);
        File.Delete(copy);
    }

    /// <summary>Whether nothing was asked for that changes what the store is filled with, except for the day.</summary>
    private static bool IsPlain(LineTalkOptions options) =>
        !options.Settings.Keys.Any(key => key.StartsWith("DemoData", StringComparison.Ordinal) || key.StartsWith("Storage", StringComparison.Ordinal));
}
