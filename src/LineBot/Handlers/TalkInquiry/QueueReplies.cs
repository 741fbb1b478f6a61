using Line.Messaging;
using LineBot.Inquiries;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>What a customer hears between オペレーターにつなぐ and the end.</summary>
public sealed class QueueReplies(InquiryHours hours)
{
    /// <param name="hasAsked">Whether the operator finds questions on the hand-over card.</param>
    public Message Connecting(Tongue tongue, Place place, bool hasAsked, DateTimeOffset now) => Open(
        tongue,
        hours.IsOpenAt(now)
            ? tongue.Say("オペレーターにおつなぎします", "Connecting you to our staff")
            : tongue.Say("担当者にお伝えします", "We pass it on to our staff"),
        [
            .. Waiting(tongue, place, now),
            Card.Text(hasAsked
                ? tongue.Say(
                    "これまでのご質問は担当者に伝わっています。書き直していただく必要はありません。補足があれば、このトークにお書きください。",
                    "Our staff can see what you asked so far, so you need not write it again. Add anything you like in this talk.")
                : tongue.Say("お待ちのあいだに、ご質問をこのトークにお書きください。", "Meanwhile, please write your question into this talk.")),
            Card.Note(NoSecrets(tongue)),
        ]);

    public Message Received(Tongue tongue, Place place, DateTimeOffset now, KeepingNote note) => Open(
        tongue,
        tongue.Say("お問い合わせを受け付けました", "Your inquiry has reached us"),
        [.. KeepingWords.Of(tongue, note).Select(Card.Text), .. Waiting(tongue, place, now), HowToGoOn(tongue)]);

    /// <param name="place">Null once an operator has it.</param>
    public Message Standing(Tongue tongue, Place? place, DateTimeOffset now) => Open(
        tongue,
        tongue.Say("お問い合わせを受け付けています", "Your inquiry is open"),
        place is { } waiting
            ? [.. Waiting(tongue, waiting, now), HowToGoOn(tongue)]
            : [
                Card.Text(tongue.Say(
                    "担当者が、このトークでお答えしています。お送りになったものは、担当者に届きます。",
                    "A member of our staff is answering in this talk, and gets whatever you send.")),
                Card.Note(tongue.Say("その間もメニューはお使いいただけます。", "The menu goes on working meanwhile.")),
            ]);

    public Message Added(Tongue tongue, KeepingNote note) => new TextMessage(string.Join('\n', [
        tongue.Say("お問い合わせに追加しました。", "Added to your inquiry."), .. KeepingWords.Of(tongue, note)]))
    {
        QuickReply = QuickReply.Of(DeskReplies.EndAction(tongue)),
    };

    /// <summary>Said alone, where the operator answers everything else.</summary>
    public Message Kept(Tongue tongue, KeepingNote note) => new TextMessage(string.Join('\n', KeepingWords.Of(tongue, note)));

    public Message Full(Tongue tongue) => new TextMessage(tongue.Say(
        "お答えする前に追加できる数の上限に達したため、このメッセージは追加していません。担当者がお答えするまでお待ちください。",
        "This message was not added: your inquiry has all it can take before an answer. Please wait for our staff."))
    {
        QuickReply = QuickReply.Of(DeskReplies.EndAction(tongue)),
    };

    public Message Ended(Tongue tongue, long inquiryId) => new TextMessage(tongue.Say(
        $"お問い合わせを終了しました。ありがとうございました。\n\n{DeskReplies.HowWasIt(tongue)}",
        $"Your inquiry is closed. Thank you.\n\n{DeskReplies.HowWasIt(tongue)}"))
    {
        QuickReply = DeskReplies.Scores(tongue, inquiryId),
    };

    public Message NothingToEnd(Tongue tongue) => new TextMessage(tongue.Say(
        "お受けしているお問い合わせはありません。", "You have no open inquiry."))
    {
        QuickReply = TileQuickReplies.In(tongue),
    };

    public Message WhyThatScore(Tongue tongue, long inquiryId, int score) => new TextMessage(score >= 3
        ? tongue.Say("ありがとうございます。よろしければ、理由をお聞かせください。", "Thank you. If you like, tell us why.")
        : tongue.Say("ご期待に沿えず、申し訳ありません。よろしければ、理由をお聞かせください。", "We are sorry. If you like, tell us why."))
    {
        QuickReply = QuickReply.Of(
            [.. (score >= 3 ? ScoreReasons.OfContent : ScoreReasons.OfDiscontent).Select(reason => Card.Tap(
                Reason(tongue, reason), Postback.To(TalkActions.ScoreReason, ("inquiry", inquiryId), ("reason", reason))))]),
    };

    public Message ThanksForScore(Tongue tongue) => new TextMessage(tongue.Say(
        "ご協力ありがとうございました。", "Thank you for telling us."))
    {
        QuickReply = TileQuickReplies.In(tongue),
    };

    public Message TooLateToScore(Tongue tongue) => new TextMessage(tongue.Say(
        "このアンケートの受け付けは終了しました。", "This question is no longer open."))
    {
        QuickReply = TileQuickReplies.In(tongue),
    };

    private static string Reason(Tongue tongue, string reason) => reason switch
    {
        ScoreReasons.Solved => tongue.Say("解決した", "It is solved"),
        ScoreReasons.Quick => tongue.Say("早かった", "It was quick"),
        ScoreReasons.Polite => tongue.Say("丁寧だった", "It was polite"),
        ScoreReasons.Unsolved => tongue.Say("解決しなかった", "It is not solved"),
        ScoreReasons.Slow => tongue.Say("時間がかかった", "It took long"),
        _ => tongue.Say("わかりにくかった", "It was not clear"),
    };

    private static FlexMessage Open(Tongue tongue, string title, IReadOnlyList<FlexComponent> body) => Card.Message(
        title, body,
        Card.Other(Card.Tap(tongue.Say("よくあるご質問を見る", "See common questions"), Postback.To("talk-inquiry/start"))),
        Card.Other(DeskReplies.EndAction(tongue)));

    private IEnumerable<FlexComponent> Waiting(Tongue tongue, Place place, DateTimeOffset now)
    {
        if (!hours.IsOpenAt(now))
        {
            var opening = tongue.DayAndTime(hours.NextOpening(now));
            yield return Card.Text(tongue.Say(
                $"ただいまは受付時間外です。{opening}から順番に、このトークでお答えします。このままお待ちいただかなくても、お答えはこのトークに届きます。",
                $"Our staff are away now. They answer in turn from {opening}. You need not wait here: the answer comes to this talk."));
            yield break;
        }
        yield return Card.Text(tongue.Say($"ただいまの順番は{place.Number}番目です。", $"You are number {place.Number} in the queue."));
        yield return Card.Text(place.TypicalWait is { } wait
            ? tongue.Say($"このところ、{About(tongue, wait)}でお答えを始めています。", $"Of late, people have waited {About(tongue, wait)}.")
            : tongue.Say("担当者が順番に、このトークでお答えします。", "Our staff answer in turn, here in this talk."));
    }

    /// <summary>Rounded up: nobody is angry about having waited less.</summary>
    private static string About(Tongue tongue, TimeSpan wait)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        return minutes < 60
            ? tongue.Say($"{minutes}分ほど", minutes == 1 ? "about a minute" : $"about {minutes} minutes")
            : tongue.Say($"{(minutes + 59) / 60}時間ほど", minutes == 60 ? "about an hour" : $"about {(minutes + 59) / 60} hours");
    }

    private static FlexText HowToGoOn(Tongue tongue) => Card.Note(tongue.Say(
        "続けてお送りになったものは、このお問い合わせに追加されます。その間もメニューはお使いいただけます。",
        "Whatever else you send is added to this inquiry. The menu goes on working meanwhile."));

    private static string NoSecrets(Tongue tongue) => tongue.Say(
        "写真やファイルも送れます。カード番号・パスワード・利用コードは書かないでください。",
        "You can send pictures and files too. Do not write card numbers, passwords or user codes.");
}
