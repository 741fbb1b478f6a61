namespace LineBot;

/// <summary>The service as one thing that Program, the simulator and the tests start alike.</summary>
public static class LineBotService
{
    /// <param name="args">Command-line settings, <c>--Key=value</c>.</param>
    /// <param name="configure">Replaces parts before the service is built: the clock, the network.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        configure?.Invoke(builder);
        var app = builder.Build();
        return app;
    }
}
