using Line.Messaging;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Inquiries;

/// <summary>What reaches the customer's talk from the operators' side.</summary>
public sealed class DeskReplies
{
    public Message Taken(Tongue tongue) => new TextMessage(tongue.Say(
        "お待たせいたしました。ここからは担当者がお答えします。", "Thank you for waiting. A member of our staff is with you now."))
    {
        QuickReply = QuickReply.Of(EndAction(tongue)),
    };

    /// <summary>What an operator wrote, with the way to end.</summary>
    public Message Answer(Tongue tongue, string text) => new TextMessage(text) { QuickReply = QuickReply.Of(EndAction(tongue)) };

    public Message ClosedByOperator(Tongue tongue, long inquiryId) => new TextMessage(tongue.Say(
        $"担当者がお問い合わせを終了しました。ほかにご質問があれば、メニューの「トークで問い合わせ」からお知らせください。\n\n{HowWasIt(tongue)}",
        $"Our staff have closed your inquiry. For anything else, choose Talk inquiry from the menu.\n\n{HowWasIt(tongue)}"))
    {
        QuickReply = Scores(tongue, inquiryId),
    };

    public Message ClosedForIdleness(Tongue tongue, long inquiryId) => new TextMessage(tongue.Say(
        $"しばらくお返事がなかったため、お問い合わせを終了しました。続きがあれば、メニューの「トークで問い合わせ」からいつでもお知らせください。\n\n{HowWasIt(tongue)}",
        $"We closed your inquiry, as we had not heard from you for a while. To go on, choose Talk inquiry from the menu at any time.\n\n{HowWasIt(tongue)}"))
    {
        QuickReply = Scores(tongue, inquiryId),
    };

    public static string HowWasIt(Tongue tongue) => tongue.Say(
        "今回のお問い合わせはいかがでしたか？下から1つお選びください。", "How did we do? Please choose one below.");

    /// <summary>The first of the two taps.</summary>
    public static QuickReply Scores(Tongue tongue, long inquiryId) => QuickReply.Of(
    [
        Score(tongue.Say("とても満足", "Very good"), 5, inquiryId), Score(tongue.Say("満足", "Good"), 4, inquiryId), Score(tongue.Say("ふつう", "Fair"), 3, inquiryId),
        Score(tongue.Say("不満", "Poor"), 2, inquiryId), Score(tongue.Say("とても不満", "Very poor"), 1, inquiryId),
    ]);

    public static PostbackAction ConnectAction(Tongue tongue) =>
        Card.Tap(tongue.Say("オペレーターにつなぐ", "Talk to our staff"), Postback.To(TalkActions.Connect));

    public static PostbackAction EndAction(Tongue tongue) =>
        Card.Tap(tongue.Say("お問い合わせを終了する", "End the inquiry"), Postback.To(TalkActions.End));

    private static PostbackAction Score(string label, int score, long inquiryId) =>
        Card.Tap(label, Postback.To(TalkActions.Score, ("inquiry", inquiryId), ("score", score)));
}
