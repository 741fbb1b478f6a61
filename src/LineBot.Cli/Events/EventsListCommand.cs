using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Webhook;

namespace LineBot.Cli.Events;

internal sealed class EventsListCommand : Verb
{
    private readonly Option<int> _limit;

    public EventsListCommand(Shell shell) : base(shell, "list",
        shell.Say("取り置かれたイベントを新しい順に表示する", "Show the events that were set aside, newest first"),
        "linebot events list", "linebot events list --limit 500 --json") =>
        Options.Add(_limit = new("--limit")
        {
            Description = shell.Say("最大件数", "How many at most"),
            HelpName = "N",
            DefaultValueFactory = _ => 50,
        });

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var limit = input.GetValue(_limit);
        var events = await database.ReadAsync(tx => new InboxStore().ListSetAside(tx, limit), cancel);
        Shell.ShowTable(input, events.Select(EventRow.Of).ToList(),
            (Say("イベント ID", "event id"), row => row.WebhookEventId),
            (Say("種類", "type"), row => row.Type),
            (Say("受信 (日本時間)", "received (Japan)"), row => $"{row.ReceivedAt:yyyy-MM-dd HH:mm:ss}"),
            (Say("試行", "attempts"), row => row.Attempts),
            (Say("最後のエラー", "last error"), row => row.LastError));
        return ExitCode.Done;
    }
}
