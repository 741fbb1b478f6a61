using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using LineBot.Storage;
using LineBot.Webhook;

namespace LineBot.Cli.Events;

internal sealed class EventsShowCommand : EventVerb
{
    private readonly Option<bool> _payload;

    public EventsShowCommand(Shell shell) : base(shell, "show",
        shell.Say("取り置かれたイベントを 1 件表示する", "Show one event that was set aside"),
        "linebot events show 01HZX0M5QX2Y3Z4A5B6C7D8E9F", "linebot events show 01HZX0M5QX2Y3Z4A5B6C7D8E9F --payload") =>
        Options.Add(_payload = new("--payload")
        {
            Description = shell.Say("LINE から届いた内容も表示する (お客さまの個人情報を含む)", "Also show what LINE sent, which is a customer's personal data"),
        });

    protected override async Task<bool> RunAsync(ParseResult input, Database database, string id, CancellationToken cancel)
    {
        var store = new InboxStore();
        var found = await database.ReadAsync(tx => (Event: store.FindSetAside(tx, id), Payload: store.FindPayload(tx, id)), cancel);
        if (found.Event is null)
            return false;
        var row = EventRow.Of(found.Event);
        var payload = input.GetValue(_payload) ? Encoding.UTF8.GetString(found.Payload!) : null;
        Shell.Show(input, new { row.WebhookEventId, row.Type, row.ReceivedAt, row.Attempts, row.LastError, Payload = payload is null ? null : JsonNode.Parse(payload) }, () =>
        {
            Shell.Output.WriteLine($"{Say("イベント ID", "event id")}: {row.WebhookEventId}");
            Shell.Output.WriteLine($"{Say("種類", "type")}: {row.Type}");
            Shell.Output.WriteLine($"{Say("受信 (日本時間)", "received (Japan)")}: {row.ReceivedAt:yyyy-MM-dd HH:mm:ss}");
            Shell.Output.WriteLine($"{Say("試行", "attempts")}: {row.Attempts}");
            Shell.Output.WriteLine($"{Say("最後のエラー", "last error")}: {row.LastError}");
            if (payload is not null)
                Shell.Output.WriteLine(payload);
        });
        return true;
    }
}
