using Line.Messaging;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Applications;

public sealed class ApplicationReplies
{
    /// <param name="phoneNumber">Of the new subscription, once there is one.</param>
    /// <param name="reason">Why it was declined; empty where nothing is said of it.</param>
    public Message Of(Tongue tongue, Application application, string? phoneNumber, string reason = "")
    {
        var number = Card.Note(tongue.Say($"受付番号 {application.Number}", $"Application {application.Number}"));
        return application.Stands switch
        {
            ApplicationState.Received => Card.Message(
                tongue.Say("お申し込みを受け付けました", "We have your application"),
                [Card.Text(tongue.Say("担当者が確認し、結果をこのトークでお知らせします。", "Our staff will look at it and tell you the result in this talk.")), number]),
            ApplicationState.Activated when application.IsNewContract => Card.Message(
                tongue.Say("ご契約ありがとうございます", "Your contract has begun"),
                [
                    Card.Text(tongue.Say($"電話番号は {phoneNumber} です。", $"Your phone number is {phoneNumber}.")),
                    Card.Text(tongue.Say(
                        "お決めになったログインIDで契約者連携をすると、マイページで利用コードをご確認いただけます。",
                        "Make the contractor link with the login ID you chose; the user code is waiting in My Page.")),
                    number,
                ],
                Card.Primary(LockedTile.StartContractorLink(tongue))),
            ApplicationState.Activated => Card.Message(
                tongue.Say("回線を追加しました", "A subscription was added"),
                [
                    Card.Text(tongue.Say($"{application.UserName}さんの電話番号は {phoneNumber} です。", $"{application.UserName}'s phone number is {phoneNumber}.")),
                    Card.Text(tongue.Say("利用コードは、マイページでご確認いただけます。", "Its user code is waiting in My Page.")),
                    number,
                ],
                Button(tongue.Say("マイページを見る", "Open My Page"), Tiles.MyPage)),
            _ => Card.Message(
                tongue.Say("お申し込みをお受けできませんでした", "Your application was not accepted"),
                [.. Reason(tongue, reason), number],
                Button(tongue.Say("トークで問い合わせ", "Talk inquiry"), Tiles.TalkInquiry)),
        };
    }

    private static IEnumerable<FlexText> Reason(Tongue tongue, string reason) => reason.Length == 0
        ? [Card.Text(tongue.Say("詳しくは、お問い合わせください。", "Please ask us for the reason."))]
        :
        [
            Card.Text(reason),
            Card.Text(tongue.Say("ご不明な点は、お問い合わせください。改めてお申し込みいただけます。", "Please ask us about anything that is unclear. You are welcome to apply again.")),
        ];

    private static FlexButton Button(string label, string action) => Card.Primary(Card.Tap(label, Postback.To(action)));
}
