using Line.Messaging;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Notices;

/// <summary>この通知を止める, below a notice that can be turned off.</summary>
internal static class StopLink
{
    public static Message AddTo(Message message, NoticeKind kind, Tongue tongue)
    {
        var action = Card.Tap(
            tongue.Say("この通知を止める", "Stop this notice"), Postback.To(Tiles.StopNotice, ("kind", kind.Id())));
        return message is FlexMessage { Contents: FlexBubble bubble } flex
            ? flex with { Contents = bubble with { Footer = Footer(bubble.Footer, action) } }
            : message with { QuickReply = QuickReply.Of(action) };
    }

    private static FlexBox Footer(FlexBox? footer, PostbackAction action)
    {
        var link = FlexBox.Vertical(new FlexText(action.Label)
        {
            Size = "xs", Color = Card.Muted, Decoration = FlexDecoration.Underline, Align = FlexAlign.Center,
        }) with { Action = action, PaddingAll = "8px" };
        return footer is null
            ? FlexBox.Vertical(link) with { PaddingAll = "8px" }
            : footer with { Contents = [.. footer.Contents, link] };
    }
}
