using LineBot.Webhook;

namespace LineBot.Cli.Doctor;

/// <summary>Whether events failed at every attempt and wait for somebody to look.</summary>
internal sealed class SetAsideCheck(Examination on) : Check(on, "set-aside")
{
    private const int Counted = 100;

    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        var events = await ReadAsync(tx => new InboxStore().ListSetAside(tx, Counted));
        if (events.Trouble is not null)
        {
            yield return Unknown("store");
        }
        else if (events.Value is { Count: > 0 and var count })
        {
            var number = count == Counted ? Say($"{count} 件以上", $"{count} or more") : $"{count}";
            yield return Advice(
                Say($"取り置かれたイベント: {number}", $"Events that were set aside: {number}"),
                Say("そのお客さまには、できなかったとだけ伝えてあります。", "Their customers were told that it did not work, and nothing else."),
                Say("linebot events list で見て、linebot events retry か discard で片付けてください。",
                    "Look with linebot events list, then linebot events retry or discard."));
        }
        else
        {
            yield return Ok(Say("取り置かれたイベントはありません。", "No event is set aside."));
        }
    }
}
