using Line.Messaging;
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
}
