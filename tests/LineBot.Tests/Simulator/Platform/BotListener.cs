using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LineBot.Tests.Simulator.Platform;

/// <summary>Stands where a bot would: takes webhooks, keeps them, answers as told.</summary>
public sealed class BotListener : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotListener(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Body, string? Signature)> Received { get; } = new();

    /// <summary>The status for each webhook.</summary>
    public Func<string, int> Answer { get; set; } = _ => 200;

    public Uri Url => new(new Uri(_app.Urls.First()), "/webhook");

    public static async Task<BotListener> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var listener = new BotListener(app);
        app.Run(listener.TakeAsync);
        await app.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Received.Enqueue((body, context.Request.Headers["x-line-signature"]));
        context.Response.StatusCode = Answer(body);
    }
}
