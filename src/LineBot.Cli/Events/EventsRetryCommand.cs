using System.CommandLine;
using LineBot.Storage;
using LineBot.Webhook;

namespace LineBot.Cli.Events;

internal sealed class EventsRetryCommand(Shell shell) : EventVerb(shell, "retry",
    shell.Say("取り置かれたイベントをもう一度実行する", "Have a set-aside event run again"),
    "linebot events retry 01HZX0M5QX2Y3Z4A5B6C7D8E9F")
{
    protected override async Task<bool> RunAsync(ParseResult input, Database database, string id, CancellationToken cancel)
    {
        if (!await database.WriteAsync(tx => new InboxStore().Retry(tx, id)))
            return false;
        Shell.Show(input, new { WebhookEventId = id, Result = "waiting" }, () => Shell.Output.WriteLine(
            Say("もう一度実行します。動いているサービスが数秒で取りかかります。", "It will run again: the running service takes it up within seconds.")));
        return true;
    }
}
