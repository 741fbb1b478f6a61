using Microsoft.Extensions.Options;

namespace LineBot.Webhook.Recordings;

public static class RecordingSetup
{
    public static void AddRecording(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Recorder>();
        builder.Services.AddSingleton(services =>
        {
            var options = services.GetRequiredService<IOptions<WebhookOptions>>().Value;
            return new RecordingFolder(options.RecordTo ?? "", options.MostRecordedBytes);
        });
        builder.Services.AddHostedService<RecordingWorker>();
    }
}
