using LineBot.Outbox;
using LineBot.Storage;
using LineBot.Webhook;
using Microsoft.Extensions.Options;

namespace LineBot.Operations;

public static class OperationsSetup
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ShutdownOptions>().Bind(builder.Configuration.GetSection(ShutdownOptions.Section));
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>(
            (host, own) => host.ShutdownTimeout = own.Value.DrainFor + own.Value.Timeout);
        builder.Services.AddSingleton<Draining>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Draining>());
        builder.Services.AddSingleton<Telemetry>();
        builder.Services.AddSingleton<MetricsText>();
        builder.Services.AddSingleton<IChore, RetentionChore>();
        builder.Services.AddHostedService<ChoreWorker>();
        builder.AddTelemetryExport();
    }

    public static void MapOperations(this WebApplication app)
    {
        app.Services.GetRequiredService<MetricsText>();
        var telemetry = app.Services.GetRequiredService<Telemetry>();
        var (worker, sender) = (app.Services.GetRequiredService<InboxWorker>(), app.Services.GetRequiredService<SenderWorker>());
        telemetry.Observe("linebot_inbox_waiting", "Events that are stored and not answered yet", () => worker.Backlog);
        telemetry.Observe("linebot_inbox_oldest_seconds", "How long the oldest of them has been waiting", () => worker.Oldest?.TotalSeconds ?? 0);
        telemetry.Observe("linebot_outbox_waiting", "Messages that are stored and not settled yet", () => sender.Backlog);
        telemetry.Observe("linebot_outbox_oldest_seconds", "How long the oldest of them has been waiting", () => sender.Oldest?.TotalSeconds ?? 0);
        var (events, messages) = (Label.Of("table", "inbox"), Label.Of("table", "outbox"));
        var takenOver = telemetry.Count("linebot_taken_over_total", "Waiting events and messages that no living node had and this one took", [events], [messages]);
        worker.TookOver += count => takenOver.Add(count, events);
        sender.TookOver += count => takenOver.Add(count, messages);
        var node = app.Services.GetRequiredService<Database>().Node;
        telemetry.Observe("linebot_nodes", "Nodes that live, as this one sees them", () => node.Nodes);
        app.Services.GetRequiredService<PushQuota>().Show(telemetry);
        app.MapHealth();
    }
}
