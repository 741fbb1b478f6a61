using System.Globalization;
using LineBot.Outbox;
using LineBot.Webhook;

namespace LineBot.Cli.Doctor;

/// <summary>Whether events are answered and answers reach LINE, told by what waits the longest.</summary>
internal sealed class QueuesCheck(Examination on) : Check(on, "queues")
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        var (events, messages) = (new InboxStore(), new OutboxStore());
        var oldest = await ReadAsync(tx => (
            Event: events.Table.WaitingAfter(tx, 0, 1) is [var first] ? events.Get(tx, first).ReceivedAt : (DateTimeOffset?)null,
            Message: messages.Table.WaitingAfter(tx, 0, 1) is [var oldestMessage] ? messages.Get(tx, oldestMessage).StoredAt : (DateTimeOffset?)null));
        if (oldest.Trouble is not null)
        {
            yield return Unknown("store");
            yield break;
        }
        var (inbox, outbox) = (AgeOf(oldest.Value.Event), AgeOf(oldest.Value.Message));
        if (inbox > Long)
        {
            yield return Wrong(
                Say($"{Seconds(inbox)} 秒前のイベントにまだ答えていません。", $"An event of {Seconds(inbox)} s ago has no answer yet."),
                Say("お客さまが待っています。", "A customer waits."),
                Say("サービスが動いているか (linebot health)、失敗していないか (linebot events list、ログ) を見てください。",
                    "See that the service runs (linebot health) and whether it fails (linebot events list, the log)."));
        }
        if (outbox > Long)
        {
            yield return Wrong(
                Say($"{Seconds(outbox)} 秒前のメッセージがまだ LINE に届いていません。", $"A message of {Seconds(outbox)} s ago has not reached LINE yet."),
                Say("お客さまが待っています。", "A customer waits."),
                Say("サービスが動いているか (linebot health)、LINE に障害がないかを見てください (docs/operations.md)。",
                    "See that the service runs (linebot health) and whether LINE has trouble (docs/operations.md)."));
        }
        if (inbox <= Long && outbox <= Long)
            yield return Ok(Say("1 分以上待っているイベントもメッセージもありません。", "No event and no message waits for longer than a minute."));
    }

    private TimeSpan AgeOf(DateTimeOffset? since) => since is { } begun ? On.Shell.Clock.GetUtcNow() - begun : TimeSpan.Zero;

    private static string Seconds(TimeSpan age) => age.TotalSeconds.ToString("#,0", CultureInfo.InvariantCulture);
}
