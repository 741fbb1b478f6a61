using Line.Messaging;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.Fallback;

public sealed class FallbackReplies
{
    public Message Text(Tongue tongue) => WithInquiry(
        tongue,
        tongue.Say("うまく読み取れませんでした", "I could not read that"),
        tongue.Say(
            "申し訳ありません。いただいた文章から、ご用件を読み取れませんでした。メニューからお選びいただくか、お問い合わせで担当者にお尋ねください。",
            "I am sorry, I could not tell what you need. Please choose from the menu, or ask our staff in an inquiry."));

    public Message Sticker(Tongue tongue) => Plain(tongue, tongue.Say(
        "スタンプありがとうございます😊 ご用件は、メニューからお選びください。",
        "Thank you for the sticker 😊 If you need anything, please choose from the menu."));

    public Message Media(Tongue tongue) => WithInquiry(
        tongue,
        tongue.Say("ありがとうございます", "Thank you"),
        tongue.Say(
            "写真・ファイル・位置情報・音声は、ここでは確認できません。担当者にご覧になってほしいときは、先にお問い合わせをはじめてからお送りください。",
            "Pictures, files, places and voice messages are not looked at here. To show one to our staff, start an inquiry first and then send it."));

    public Message OldButton(Tongue tongue) => Plain(tongue, tongue.Say(
        "このボタンは古いため、お使いいただけません。お手数ですが、メニューからもう一度お選びください。",
        "That button is old and no longer works. Please choose from the menu again."));

    public Message TooMany(Tongue tongue) => Plain(tongue, tongue.Say(
        "短い時間にたくさんのメッセージが届いたため、このメッセージから先は受け付けていません。1分ほどおいてから、もう一度お送りください。",
        "Too many messages came at once: this one and those after it were not taken. Please wait a minute and send them again."));

    public Message Apology(Tongue tongue) => Plain(tongue, tongue.Say(
        "申し訳ありません。こちらの不具合でお応えできませんでした。少しおいてもう一度お試しいただくか、「トークで問い合わせ」からお知らせください。",
        "I am sorry: a fault on our side kept this from being done. Please try again in a while, or tell us through Talk inquiry."));

    private static FlexMessage WithInquiry(Tongue tongue, string title, string text) =>
        Card.Message(title, [Card.Text(text)], Card.Primary(Card.Tap(tongue.Say("トークで問い合わせ", "Talk inquiry"), Postback.To(Tiles.TalkInquiry))))
            with { QuickReply = TileQuickReplies.In(tongue) };

    private static TextMessage Plain(Tongue tongue, string text) => new(text) { QuickReply = TileQuickReplies.In(tongue) };
}
