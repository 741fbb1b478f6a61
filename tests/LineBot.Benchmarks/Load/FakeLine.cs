using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LineBot.Benchmarks.Load;

/// <summary>A LINE that says yes to everything and notes when each reply token came back.</summary>
internal sealed class FakeLine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, long> _heardAt = new();
    private readonly ConcurrentDictionary<string, string> _bodies = new();

    private FakeLine(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public int Heard => _heardAt.Count;

    /// <summary>When the reply with this token came, as a timestamp of <see cref="TimeProvider.System"/>; null while it has not.</summary>
    public long? HeardAt(string replyToken) => _heardAt.TryGetValue(replyToken, out var at) ? at : null;

    /// <summary>How long after its posting an event's answer came.</summary>
    public TimeSpan AnswerAfter(Answered answered) => TimeProvider.System.GetElapsedTime(answered.PostedAt, _heardAt[answered.Token]);

    /// <summary>Keeps what is said, which a load run has no use for.</summary>
    public bool KeepsBodies { get; set; }

    /// <summary>What was said with this token.</summary>
    public string BodyOf(string replyToken) => _bodies[replyToken];

    public static async Task<FakeLine> StartAsync(bool keepsBodies = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var line = new FakeLine(app) { KeepsBodies = keepsBodies };
        app.MapPost("/v2/bot/message/reply", line.HearAsync);
        app.MapGet("/v2/bot/profile/{userId}", (string userId) => Results.Json(new { displayName = "客", userId, language = "ja" }));
        await app.StartAsync();
        return line;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> HearAsync(HttpRequest request)
    {
        using var body = new StreamReader(request.Body);
        var json = await body.ReadToEndAsync();
        const string key = "\"replyToken\":\"";
        var start = json.IndexOf(key, StringComparison.Ordinal) + key.Length;
        var token = json[start..json.IndexOf('"', start)];
        if (KeepsBodies)
            _bodies[token] = json;
        _heardAt.TryAdd(token, TimeProvider.System.GetTimestamp());
        return Results.Text("""{"sentMessages":[{"id":"1"}]}""", "application/json");
    }
}
