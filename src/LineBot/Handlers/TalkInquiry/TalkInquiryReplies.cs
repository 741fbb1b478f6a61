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

    /// <summary>The one button for who may want a person.</summary>
    public Message ShallWeConnect(Tongue tongue, DateTimeOffset now) => Card.Message(
        tongue.Say("オペレーターにおつなぎしますか", "Shall we connect you to our staff?"),
        [
            Card.Text(tongue.Say("下のボタンを押すと、担当者がこのトークで順番にお答えします。", "Press the button, and our staff answer in turn, here in this talk.")),
            Card.Note(WhenPeopleAreThere(tongue, now)),
        ],
        Card.Primary(DeskReplies.ConnectAction(tongue)));

    /// <summary>When people answer, and whether they are there now.</summary>
    public string WhenPeopleAreThere(Tongue tongue, DateTimeOffset now)
    {
        var from = DayWords.TimeOf(hours.OpensAt);
        var until = DayWords.TimeOf(hours.ClosesAt);
        var days = hours.IsDaily ? tongue.Say("毎日", "every day") : tongue.Say("", "except on " + RestDays(tongue));
        var rest = hours.IsDaily ? "" : $"（{RestDays(tongue)}を除く）";
        return hours.IsOpenAt(now)
            ? tongue.Say($"担当者は{days}{from}〜{until}{rest}にお答えします。ただいま受付時間内です。", $"Our staff answer {days} from {from} to {until} (JST). They are there now.")
            : tongue.Say(
                $"担当者は{days}{from}〜{until}{rest}にお答えします。次は{tongue.DayAndTime(hours.NextOpening(now))}からです。",
                $"Our staff answer {days} from {from} to {until} (JST). They are back on {tongue.DayAndTime(hours.NextOpening(now))}.");
    }

    private string RestDays(Tongue tongue) => string.Join(tongue.Say("・", ", "), [
        .. hours.ClosedWeekdays.Select(day => tongue.Say($"{tongue.Weekday(day)}曜日", $"{tongue.Weekday(day)}s")),
        .. hours.ClosedOnHolidays ? [tongue.Say("祝日", "public holidays")] : (string[])[]]);
}
