using Line.Messaging;
using LineBot.Accounts;
using LineBot.Inquiries;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

public sealed class TalkInquiryReplies(InquiryHours hours)
{
    public Message Entrance(Tongue tongue, DateTimeOffset now) => Card.Message(
        tongue.Say("トークで問い合わせ", "Talk inquiry"),
        [
            Card.Text(tongue.Say(
                "よくあるご質問には24時間すぐにお答えします。ほかのご質問には、担当者がこのトークでお答えします。",
                "Common questions are answered at once, day and night. Everything else is answered by our staff, here in this talk.")),
            Card.Note(WhenPeopleAreThere(tongue, now)),
        ],
        Card.Primary(Card.Tap(tongue.Say("お問い合わせをはじめる", "Start an inquiry"), Postback.To("talk-inquiry/start"))));

    public Message Topics(Customer customer)
    {
        var tongue = customer.Tongue;
        return Card.Message(
            tongue.Say("お問い合わせありがとうございます", "Thank you for your inquiry"),
            [Card.Text(tongue.Say(
                "知りたいことを下からお選びいただくか、ご質問をこのトークにそのままお書きください。",
                "Choose a topic below, or simply type your question into this talk."))],
            [.. TopicReplies.ChoicesFor(customer).Select(Card.Other), Card.Primary(WriteAction(tongue))]);
    }

    public Message PleaseWrite(Tongue tongue) => new TextMessage(tongue.Say(
        "ご質問を、このトークにお書きください。写真やファイルも送れます。カード番号・パスワード・利用コードは書かないでください。やめるときは「おわり」と送ってください。",
        "Please type your question into this talk. You can send pictures and files too. Do not write card numbers, passwords or user codes. To stop, send \"end\"."));

    public Message Received(Tongue tongue, int place, DateTimeOffset now, KeepingNote note) => Open(
        tongue,
        tongue.Say("お問い合わせを受け付けました", "Your inquiry has reached us"),
        [.. Notes(tongue, note), Card.Text(Place(tongue, place)), Card.Text(WhenAnswered(tongue, now)), HowToGoOn(tongue)]);

    /// <param name="place">Null once the last word is an operator's.</param>
    public Message Standing(Tongue tongue, int? place, DateTimeOffset now) => Open(
        tongue,
        tongue.Say("お問い合わせを受け付けています", "Your inquiry is open"),
        place is { } waiting
            ? [Card.Text(Place(tongue, waiting)), Card.Text(WhenAnswered(tongue, now)), HowToGoOn(tongue)]
            : [Card.Text(tongue.Say("担当者からのお答えを、このトークにお送りしています。", "Our staff have answered in this talk.")), HowToGoOn(tongue)]);

    public Message Added(Tongue tongue, KeepingNote note) => new TextMessage(string.Join('\n', [
        tongue.Say("お問い合わせに追加しました。", "Added to your inquiry."), .. NotesOf(tongue, note)]))
    {
        QuickReply = QuickReply.Of(DeskReplies.EndAction(tongue)),
    };

    public Message Full(Tongue tongue) => new TextMessage(tongue.Say(
        "お答えする前に追加できる数の上限に達したため、このメッセージは追加していません。担当者がお答えするまでお待ちください。",
        "This message was not added: your inquiry has all it can take before an answer. Please wait for our staff."))
    {
        QuickReply = QuickReply.Of(DeskReplies.EndAction(tongue)),
    };

    public Message Ended(Tongue tongue) => new TextMessage(tongue.Say(
        "お問い合わせを終了しました。ありがとうございました。", "Your inquiry is closed. Thank you."))
    {
        QuickReply = TileQuickReplies.In(tongue),
    };

    public Message NothingToEnd(Tongue tongue) => new TextMessage(tongue.Say(
        "お受けしているお問い合わせはありません。", "You have no open inquiry."))
    {
        QuickReply = TileQuickReplies.In(tongue),
    };

    /// <summary>When people answer, and whether they are there now.</summary>
    public string WhenPeopleAreThere(Tongue tongue, DateTimeOffset now)
    {
        var from = DayWords.TimeOf(hours.OpensAt);
        var until = DayWords.TimeOf(hours.ClosesAt);
        return hours.IsOpenAt(now)
            ? tongue.Say($"担当者は毎日{from}〜{until}にお答えします。ただいま受付時間内です。", $"Our staff answer every day from {from} to {until} (JST). They are there now.")
            : tongue.Say(
                $"担当者は毎日{from}〜{until}にお答えします。次は{tongue.DayAndTime(hours.NextOpening(now))}からです。",
                $"Our staff answer every day from {from} to {until} (JST). They are back on {tongue.DayAndTime(hours.NextOpening(now))}.");
    }

    public static LineAction WriteAction(Tongue tongue) =>
        Card.Tap(tongue.Say("自分の言葉で質問する", "Ask in my own words"), Postback.To("talk-inquiry/write")) with { InputOption = InputOption.OpenKeyboard };

    private static FlexMessage Open(Tongue tongue, string title, IReadOnlyList<FlexComponent> body) => Card.Message(
        title, body,
        Card.Other(Card.Tap(tongue.Say("よくあるご質問を見る", "See common questions"), Postback.To("talk-inquiry/start"))),
        Card.Other(DeskReplies.EndAction(tongue)));

    private static string Place(Tongue tongue, int place) => tongue.Say($"ただいまの順番は{place}番目です。", $"You are number {place} in the queue.");

    private string WhenAnswered(Tongue tongue, DateTimeOffset now) =>
        hours.IsOpenAt(now)
            ? tongue.Say("担当者が順番に、このトークでお答えします。", "Our staff answer in turn, here in this talk.")
            : tongue.Say(
                $"ただいまは受付時間外です。{tongue.DayAndTime(hours.NextOpening(now))}から順番に、このトークでお答えします。",
                $"Our staff are away now. They answer in turn from {tongue.DayAndTime(hours.NextOpening(now))}, here in this talk.");

    private static FlexText HowToGoOn(Tongue tongue) => Card.Note(tongue.Say(
        "続けてお送りになったものは、このお問い合わせに追加されます。その間もメニューはお使いいただけます。",
        "Whatever else you send is added to this inquiry. The menu goes on working meanwhile."));

    private static IEnumerable<FlexComponent> Notes(Tongue tongue, KeepingNote note) => NotesOf(tongue, note).Select(Card.Text);

    private static IEnumerable<string> NotesOf(Tongue tongue, KeepingNote note)
    {
        if (note.Covered != Secret.None)
        {
            var what = string.Join(tongue.Say("・", ", "), NamesOf(tongue, note.Covered));
            yield return tongue.Say(
                $"{what}と思われる部分は、安全のため「●」に置き換え、保存していません。",
                $"What looks like a {what} was replaced by ● for your safety and not kept.");
        }
        if (note.CutAfter is { } longest)
        {
            yield return tongue.Say(
                $"長いため、はじめの{longest:N0}文字までを受け付けました。続きは分けてお送りください。",
                $"The first {longest:N0} characters were taken. Please send the rest separately.");
        }
    }

    private static IEnumerable<string> NamesOf(Tongue tongue, Secret found)
    {
        if (found.HasFlag(Secret.CardNumber))
            yield return tongue.Say("カード番号", "card number");
        if (found.HasFlag(Secret.UserCode))
            yield return tongue.Say("利用コード", "user code");
        if (found.HasFlag(Secret.Password))
            yield return tongue.Say("パスワード", "password");
    }
}
