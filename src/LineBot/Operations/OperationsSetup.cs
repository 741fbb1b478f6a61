using LineBot.Outbox;
using LineBot.Webhook;

namespace LineBot.Operations;

public static class OperationsSetup
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Telemetry>();
        builder.Services.AddSingleton<MetricsText>();
        builder.Services.AddSingleton<IChore, RetentionChore>();
        builder.Services.AddHostedService<ChoreWorker>();
    }

    public static void MapOperations(this WebApplication app)
    {
        app.Services.GetRequiredService<MetricsText>();
        var telemetry = app.Services.GetRequiredService<Telemetry>();
        var (worker, sender) = (app.Services.GetRequiredService<InboxWorker>(), app.Services.GetRequiredService<SenderWorker>());
        telemetry.Observe("linebot_inbox_waiting", "Events that are stored and not answered yet", () => worker.Backlog);
        telemetry.Observe("linebot_outbox_waiting", "Messages that are stored and not settled yet", () => sender.Backlog);
        app.MapHealth();
    }
}
