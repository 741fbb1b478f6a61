using LineBot.Language;

namespace LineBot.Webhook;

public static class WebhookSetup
{
    public static void AddWebhook(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebhookOptions>().Bind(builder.Configuration.GetSection(WebhookOptions.Section))
            .Validate(o => o.MostMessagesPerMinute > 0, Tongue.OfProcess.Say(
                "Webhook:MostMessagesPerMinute は 1 以上にしてください。", "Webhook:MostMessagesPerMinute must be at least 1."))
            .Validate(o => o.MostRecordedBytes >= 1024 * 1024, Tongue.OfProcess.Say(
                "Webhook:MostRecordedBytes は 1048576 (1 MiB) 以上にしてください。", "Webhook:MostRecordedBytes must be at least 1048576 (1 MiB)."))
            .Validate(o => o.RecordTextsSharedBy > 0, Tongue.OfProcess.Say(
                "Webhook:RecordTextsSharedBy は 1 以上にしてください。", "Webhook:RecordTextsSharedBy must be at least 1.")).ValidateOnStart();
        builder.Services.AddSingleton<InboxStore>();
        builder.Services.AddSingleton<Introductions>();
        builder.Services.AddSingleton<EventAnswer>();
        builder.Services.AddSingleton<EventFigures>();
        builder.Services.AddSingleton<EventTrace>();
        builder.Services.AddSingleton<MessageFlood>();
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddSingleton<WebhookEndpoint>();
        builder.Services.AddSingleton<InboxWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<InboxWorker>());
    }

    public static void MapWebhook(this WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<WebhookEndpoint>();
        app.MapPost("/webhook", async context => context.Response.StatusCode = await endpoint.ReceiveAsync(context.Request))
            .DisableAntiforgery();
    }
}
