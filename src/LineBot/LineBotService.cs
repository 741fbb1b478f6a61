using LineBot.LineApi;
using LineBot.Operations;
using LineBot.Outbox;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Webhook;
using LineBot.Webhook.Recordings;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LineBot;

/// <summary>The service as one thing that Program, the simulator and the tests start alike.</summary>
public static partial class LineBotService
{
    /// <param name="args">Command-line settings, <c>--Key=value</c>.</param>
    /// <param name="configure">Replaces parts before the service is built: the clock, the network.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        AddOwnSettings(builder.Configuration);
        builder.AddStorage();
        builder.AddLine();
        // What was added last stops first: no more webhooks, then no more answers, then no more sending, then the recording of it.
        builder.AddRecording();
        builder.AddOutbox();
        builder.AddWebhook();
        builder.AddOperations();
        builder.AddRooms();
        builder.Services.TryAddSingleton(TimeProvider.System);
        configure?.Invoke(builder);

        var app = builder.Build();
        // Before the store is touched, and all faults at once.
        Validate(app.Services);
        Log.Handlers(app.Logger, app.Services.GetRequiredService<HandlerMap>().Describe());
        // First, for figures count only what is counted while somebody collects them.
        app.MapOperations();
        app.MapWebhook();
        app.MapRooms();
        return app;
    }

    /// <exception cref="OptionsValidationException">With the faults of all parts, however many are wrong.</exception>
    private static void Validate(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (AggregateException several)
        {
            throw new OptionsValidationException("", typeof(object), several.InnerExceptions.OfType<OptionsValidationException>().SelectMany(one => one.Failures));
        }
    }

    /// <summary>The settings file travels with the build; every other source, the environment above all, wins over it.</summary>
    private static void AddOwnSettings(ConfigurationManager configuration)
    {
        var own = new JsonConfigurationSource { Path = Path.Combine(AppContext.BaseDirectory, "appsettings.json") };
        own.ResolveFileProvider();
        configuration.Sources.Insert(0, own);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Who answers what:{Map}")]
        public static partial void Handlers(ILogger logger, string map);
    }
}
