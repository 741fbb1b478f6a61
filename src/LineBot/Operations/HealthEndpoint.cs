using LineBot.Storage;
using LineBot.Webhook;

namespace LineBot.Operations;

/// <summary>Whether this process lives, and whether it should be sent traffic now.</summary>
public static class HealthEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What proxies say of those they forward for, and where it stands once it was believed.</summary>
    private static readonly string[] ForwardedBy = ["X-Forwarded-For", "X-Original-For", "Forwarded"];

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
        app.MapGet("/metrics", Metrics);
    }

    /// <summary>For those inside: through a proxy comes the whole world, and not every host's proxy can be told to keep an address to itself.</summary>
    private static IResult Metrics(HttpRequest request, MetricsText metrics) => ForwardedBy.Any(request.Headers.ContainsKey)
        ? Results.NotFound()
        : Results.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8");

    /// <summary>
    /// Ready means: other nodes can see this one live, in time a write reaches the disk and a read comes back, and there is room for more events.
    /// </summary>
    private static async Task<IResult> ReadyAsync(Database database, ProbeStore probe, Inbox inbox, Draining draining, TimeProvider clock)
    {
        if (draining.HasBegun)
            return NotReady("the service is stopping");
        if (!database.Node.IsAlive)
            return NotReady("this node has no session with the store");
        if (inbox.IsFull)
            return NotReady("the backlog is full");
        try
        {
            var written = database.WriteAsync(tx => probe.Write(tx, clock.GetUtcNow()), WritePriority.First);
            // A read goes as far as it can on the thread that asks for it.
            var read = Task.Run(() => database.ReadAsync(probe.Read));
            await Task.WhenAll(written, read).WaitAsync(Patience, clock);
            return Results.Text("ready");
        }
        catch (StoreUnavailableException)
        {
            return NotReady("the store is not available");
        }
        catch (TimeoutException)
        {
            return NotReady("the store is slow");
        }
    }

    private static IResult NotReady(string reason) => Results.Text($"not ready: {reason}", statusCode: StatusCodes.Status503ServiceUnavailable);
}
