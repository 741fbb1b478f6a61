using System.Collections.Concurrent;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Platform;
using LineBot.Storage;
using LineBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LineBot.Tests.Drivers;

/// <summary>
/// The demo store as the service fills it at its first start, kept for the tests after the first: its passwords are hashed slowly on purpose,
/// and doing that anew for each test would be most of what a test costs.
/// </summary>
internal static class FilledStore
{
    private static readonly ConcurrentDictionary<DateTimeOffset, byte[]> Kept = new();

    public static TestStore Place(string file, LineTalkOptions options, TimeProvider clock)
    {
        if (options.Nodes > 1 || (TestStore.IsPostgres && !options.StoreIsFile))
            return TestStore.OfServer(IsPlain(options) ? TestPostgres.Template($"filled at {options.StartsAt:O}", database => Fill(database, clock)) : null);
        if (IsPlain(options) && Kept.TryGetValue(options.StartsAt, out var bytes))
            File.WriteAllBytes(file, bytes);
        return TestStore.OfFile(file);
    }

    public static void Keep(TestStore store, LineTalkOptions options)
    {
        if (store.Options.Provider != StorageOptions.Sqlite || !IsPlain(options) || Kept.ContainsKey(options.StartsAt))
            return;
        var copy = Path.GetTempFileName();
        File.Delete(copy);
        using (var connection = store.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM INTO '{copy}'";
            command.ExecuteNonQuery();
        }
        Kept[options.StartsAt] = File.ReadAllBytes(copy);
        File.Delete(copy);
    }

    /// <summary>A database can be copied while nobody is connected to it: this service starts and stops for that alone.</summary>
    private static void Fill(string database, TimeProvider clock)
    {
        var (nowhere, port) = (new Uri("http://127.0.0.1:9"), FreePort.Find());
        var settings = new Dictionary<string, string>(BotSettings.For(Channel.Create(), nowhere, new Uri($"http://127.0.0.1:{port}"), Path.GetTempPath()))
        {
            ["environment"] = "Development", ["Storage:Provider"] = StorageOptions.Postgres, ["Storage:ConnectionString"] = database,
        };
        using var service = LineBotService.Create([.. settings.Select(setting => $"--{setting.Key}={setting.Value}")], builder =>
        {
            builder.Services.AddSingleton(clock);
            builder.Logging.ClearProviders();
        });
        service.StartAsync().GetAwaiter().GetResult();
        service.StopAsync().GetAwaiter().GetResult();
    }

    /// <summary>Whether nothing was asked for that changes what the store is filled with, except for the day.</summary>
    private static bool IsPlain(LineTalkOptions options) =>
        options.PrepareStore is null
        && !options.Settings.Keys.Any(key => key.StartsWith("DemoData", StringComparison.Ordinal) || key.StartsWith("Storage", StringComparison.Ordinal));
}
