using System.CommandLine;
using LineBot.Storage;
using LineBot.Webhook;

namespace LineBot.Cli.Events;

internal sealed class EventsDiscardCommand(Shell shell) : EventVerb(shell, "discard",
    shell.Say("取り置かれたイベントを実行せずに終わらせる", "Give a set-aside event up without running it"),
    "linebot events discard 01HZX0M5QX2Y3Z4A5B6C7D8E9F")
{
    protected override async Task<bool> RunAsync(ParseResult input, Database database, string id, CancellationToken cancel)
    {
        if (!await database.WriteAsync(tx => new InboxStore().Discard(tx, id, Shell.Clock.GetUtcNow())))
            return false;
        Shell.Show(input, new { WebhookEventId = id, Result = "discarded" }, () => Shell.Output.WriteLine(
            Say("破棄しました。もう実行されません。", "It is discarded and will not run again.")));
        return true;
    }
}
