using LineBot.Notices;
using LineBot.RichMenu;

namespace LineBot.Handlers.NoticeSettings;

/// <summary>お知らせ設定: the switches of what customers are told unasked. Everybody's own, whatever their links.</summary>
public sealed class NoticeSettingsHandler(NoticeSettingsStore settings, NoticeSettingsReplies replies)
{
    [Action(Tiles.NoticeSettings)]
    [Words("通知", "お知らせ", "通知設定", "お知らせ設定", "通知オフ", "通知を止める", "notifications", "notification settings", "notices", "notice settings")]
    public Reply Show(Turn turn) => Reply.With(replies.Show(turn.Customer, settings.Of(turn.Tx, turn.LineUserId)));

    /// <summary>この通知を止める, below a notice.</summary>
    [Action(Tiles.StopNotice)]
    public Reply Stop(Turn turn) => Set(turn, isOn: false);

    [Action("notice-settings/start")]
    public Reply Start(Turn turn) => Set(turn, isOn: true);

    /// <summary>Adds or takes away one level at which the customer hears that data is low.</summary>
    [Action("notice-settings/level")]
    public Reply SetLevel(Turn turn)
    {
        var before = settings.Of(turn.Tx, turn.LineUserId);
        IReadOnlyList<int> levels = before.IsOn(NoticeKind.DataLow) ? before.LowLevels : [];
        if (turn.Tap.Number("percent") is { } percent)
        {
            var others = levels.Where(level => level != percent);
            settings.SetLowLevels(turn.Tx, turn.LineUserId, [.. turn.Tap.Parameter("on") == "1" ? others.Append((int)percent) : others]);
        }
        return Show(turn);
    }

    private Reply Set(Turn turn, bool isOn)
    {
        if (NoticeKinds.Find(turn.Tap.Parameter("kind")) is not { } kind || kind.IsSecurity())
            return Show(turn);
        settings.Switch(turn.Tx, turn.LineUserId, kind, isOn);
        return Reply.With(replies.Switched(turn.Tongue, kind, isOn));
    }
}
