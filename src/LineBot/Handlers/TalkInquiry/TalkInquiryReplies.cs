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
            [.. TopicReplies.ChoicesFor(customer).Select(Card.Other), Card.Other(DeskReplies.ConnectAction(tongue)), Card.Primary(WriteAction(tongue))]);
    }

    public Message PleaseWrite(Tongue tongue) => new TextMessage(tongue.Say(
        "ご質問を、このトークにお書きください。写真やファイルも送れます。カード番号・パスワード・利用コードは書かないでください。やめるときは「おわり」と送ってください。",
        "Please type your question into this talk. You can send pictures and files too. Do not write card numbers, passwords or user codes. To stop, send \"end\"."));

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
}
