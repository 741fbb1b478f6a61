using LineBot.Simulator.Clock;

namespace LineBot.Simulator.Platform;

/// <summary>The platform alone on a loopback port, without pages: for tests and load.</summary>
public sealed class PlatformServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PlatformServer(LinePlatform platform, WebApplication app)
    {
        Platform = platform;
        _app = app;
    }

    public LinePlatform Platform { get; }

    /// <summary>What goes into Line:ApiBaseUrl, Line:DataApiBaseUrl and Line:AccessBaseUrl.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <param name="port">0 picks a free one.</param>
    public static async Task<PlatformServer> StartAsync(TimeProvider? clock = null, Channel? channel = null, int port = 0)
    {
        var platform = new LinePlatform(channel ?? Channel.Create(), clock ?? new TurnableClock());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        platform.Map(app);
        await app.StartAsync();
        return new PlatformServer(platform, app);
    }

    public async ValueTask DisposeAsync()
    {
        await Platform.DisposeAsync();
        await _app.DisposeAsync();
    }
}
