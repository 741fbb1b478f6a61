using System.Collections.Concurrent;
using LineBot.Simulator.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace LineBot.Tests.Operations;

/// <summary>A collector on this machine that keeps what it is sent by OTLP over HTTP.</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SentSpan> _spans = new();
    private readonly ConcurrentQueue<byte[]> _all = new();

    private FakeCollector(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    public IReadOnlyList<SentSpan> Spans => [.. _spans];

    /// <summary>Everything that came, as text.</summary>
    public string Text => string.Join('\n', _all.Select(System.Text.Encoding.UTF8.GetString));

    public static async Task<FakeCollector> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var collector = new FakeCollector(app, address);
        app.MapPost("/v1/{signal}", async (HttpRequest request, string signal) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector._all.Enqueue(body.ToArray());
            foreach (var span in signal == "traces" ? SentSpan.Read(body.ToArray()) : [])
                collector._spans.Enqueue(span);
        });
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
