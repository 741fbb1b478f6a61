using LineBot.Cli.Doctor;

namespace LineBot.Cli.Setup;

/// <summary>Has LINE send webhooks to the service, and sees that they arrive.</summary>
internal sealed class WebhookStep(Shell shell, Interview interview, Draft draft)
{
    public async Task TakeAsync(string file, CancellationToken cancel)
    {
        var webhook = new Uri($"{draft["PublicBaseUrl"]}/webhook");
        if (!interview.Agree(shell.Say($"LINE の webhook URL を {webhook} にしますか", $"Have LINE send webhooks to {webhook}?")))
            return;
        using (var channel = Channel.Of(draft.Settings))
            await channel.Line.SetWebhookEndpointAsync(webhook, cancel);
        interview.Tell(shell.Say(
            $"{file} の設定でサービスを起動し (docs/deployment.md)、LINE Developers コンソール > Messaging API設定 で「Webhookの利用」と「Webhookの再送」をオンにしてください。",
            $"Start the service with {file} (docs/deployment.md), and in the LINE Developers console > Messaging API switch on \"Use webhook\" and \"Webhook redelivery\"."));
        interview.Ask(shell.Say("終わったら Enter", "Press Enter when that is done"), "", _ => null);
        while (!await ArrivesAsync(cancel) && interview.Agree(shell.Say("もう一度試しますか", "Try again?")))
        {
        }
    }

    private async Task<bool> ArrivesAsync(CancellationToken cancel)
    {
        await using var examination = new Examination(draft.Settings, shell, cancel);
        var arrives = true;
        await foreach (var finding in new WebhookCheck(examination).LookAsync())
        {
            new Report(shell).Tell(finding, shell.Error);
            arrives &= finding.State == FindingState.Ok;
        }
        return arrives;
    }
}
