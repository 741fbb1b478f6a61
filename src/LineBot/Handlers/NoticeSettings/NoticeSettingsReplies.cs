using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.Notices;
using LineBot.RichMenu;

namespace LineBot.Handlers.NoticeSettings;

public sealed class NoticeSettingsReplies
{
    /// <summary>All switches with their present state, written out.</summary>
    public Message Show(Customer customer, NoticeChoices settings)
    {
        var tongue = customer.Tongue;
        var title = tongue.Say("お知らせ設定", "Notices");
        return new FlexMessage(title, new FlexBubble
        {
            Body = FlexBox.Vertical(
            [
                Card.Title(title),
                Card.Note(tongue.Say(
                    "右のボタンで切り替えます。21:00〜8:00はお送りせず、朝にまとめてお知らせします。",
                    "Tap to switch. From 21:00 to 8:00 (JST) nothing is sent; it waits for the morning.")) with { Margin = "sm" },
                Levels(tongue, settings) with { Margin = "lg" },
                .. NoticeKinds.SwitchableBy(customer).Where(kind => kind != NoticeKind.DataLow).Select(kind => Row(tongue, kind, settings.IsOn(kind))),
                new FlexSeparator { Margin = "lg" },
                Card.Note(tongue.Say(
                    "連携やログインなど、安全に関わるお知らせは常にお送りします。", "Security notices about links and sign-ins are always sent.")) with { Margin = "lg" },
            ]) with { PaddingAll = "20px", Spacing = "md" },
        });
    }

    public Message Switched(Tongue tongue, NoticeKind kind, bool isOn)
    {
        var name = tongue.Name(kind);
        return Card.Message(
            isOn ? tongue.Say($"「{name}」をお知らせします", $"“{name}” is on") : tongue.Say($"「{name}」のお知らせを止めました", $"“{name}” is off"),
            isOn
                ? tongue.Say("次からこのトークにお送りします。", "You will hear of it in this talk.")
                : tongue.Say("いつでも元に戻せます。", "You can turn it on again at any time."),
            Card.Primary(Card.Tap(
                isOn ? tongue.Say("止める", "Turn off") : tongue.Say("元に戻す", "Turn on again"), Switch(kind, !isOn))),
            Card.Other(Card.Tap(tongue.Say("お知らせ設定", "All notices"), Postback.To(Tiles.NoticeSettings))));
    }

    private static FlexBox Levels(Tongue tongue, NoticeChoices settings)
    {
        var isOn = settings.IsOn(NoticeKind.DataLow);
        return FlexBox.Vertical(
            new FlexText(tongue.Say("データの残りが次になったとき", "When this much data is left")) { Size = "sm", Color = Card.Ink, Wrap = true },
            FlexBox.Horizontal([.. NoticeChoices.Levels.Select(level => Pill(
                tongue.Say($"{level}%", $"{level}%"), isOn && settings.LowLevels.Contains(level),
                on => Card.Tap(
                    on ? tongue.Say($"残り{level}%で知らせない", $"Not at {level}%") : tongue.Say($"残り{level}%で知らせる", $"Tell me at {level}%"),
                    Postback.To("notice-settings/level", ("percent", level), ("on", on ? 0 : 1)))))]) with { Spacing = "sm" }) with { Spacing = "sm" };
    }

    private static FlexBox Row(Tongue tongue, NoticeKind kind, bool isOn) => FlexBox.Horizontal(
        new FlexText(tongue.Name(kind)) { Size = "sm", Color = Card.Ink, Flex = 7, Wrap = true, Gravity = FlexGravity.Center },
        Pill(isOn ? tongue.Say("オン", "On") : tongue.Say("オフ", "Off"), isOn, on => Card.Tap(
            on ? tongue.Say($"{tongue.Name(kind)}をオフ", $"{tongue.Name(kind)} off") : tongue.Say($"{tongue.Name(kind)}をオン", $"{tongue.Name(kind)} on"),
            Switch(kind, !on))) with { Flex = 3 }) with { AlignItems = FlexAlignItems.Center };

    /// <summary>A mark beside the word says what the colour says.</summary>
    private static FlexBox Pill(string text, bool isOn, Func<bool, LineAction> action) => FlexBox.Vertical(
        new FlexText(isOn ? $"✓ {text}" : text)
        {
            Size = "sm", Align = FlexAlign.Center, Color = isOn ? "#FFFFFF" : Card.Muted, Weight = isOn ? FlexWeight.Bold : FlexWeight.Regular,
        }) with
    {
        Action = action(isOn), BackgroundColor = isOn ? Card.Green : "#EEF2F0", CornerRadius = "xl", PaddingAll = "8px",
    };

    private static string Switch(NoticeKind kind, bool isOn) =>
        Postback.To(isOn ? "notice-settings/start" : Tiles.StopNotice, ("kind", kind.Id()));
}
