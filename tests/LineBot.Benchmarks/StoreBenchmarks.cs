using BenchmarkDotNet.Attributes;
using Line.Messaging;
using LineBot.Storage;
using LineBot.Webhook;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Benchmarks;

/// <summary>Durable events: alone, and as many at once as one commit can carry.</summary>
public class StoreBenchmarks
{
    private readonly InboxStore _inbox = new();
    private DirectoryInfo _folder = null!;
    private Database _database = null!;
    private long _number;

    [Params(1, 16, 64)]
    public int AtOnce { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _folder = Directory.CreateTempSubdirectory("linebot-benchmark-");
        var options = new StorageOptions { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "bench.db")}" };
        _database = new Database(Options.Create(options), NullLogger<Database>.Instance);
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Benchmark]
    public Task Store_events_durably() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ =>
    {
        var e = WebhookEvent.Parse(System.Text.Encoding.UTF8.GetBytes(
            $$"""{"type":"follow","webhookEventId":"{{Interlocked.Increment(ref _number)}}","source":{"type":"user","userId":"U0123456789abcdef0123456789abcdef"},"mode":"active"}"""));
        return _database.WriteAsync(tx => _inbox.Add(tx, e, TimeProvider.System.GetUtcNow()), WritePriority.First);
    }));
}
