using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.Linking;

public sealed class UserLinkReplies
{
    /// <summary>The question that has to come before the code is spent, and at the bottom, above the open keyboard, what to type.</summary>
    public IReadOnlyList<Message> AskForCode(Customer customer, Subscription? present)
    {
        var tongue = customer.Tongue;
        var now = present is null ? "" : tongue.Say(
            $"いまは {present.PhoneNumber} に連携しています。\n",
            $"You are linked to {present.PhoneNumber} now.\n");
        var ask = tongue.Say(
            "利用コード（16けたの数字）を入力して送信してください。\n利用コードは、契約者の方がマイページで確認できます。",
            "Type the user code (16 digits) and send it.\nThe contract holder finds it on My Page.");
        return
        [
            Card.Message(
                tongue.Say("年齢確認もしますか？", "Verify age as well?"),
                tongue.Say(
                    "利用コードは、利用者連携か年齢認証のどちらかに1回だけ使えます。",
                    "A user code works once: for the user link or for age verification."),
                [
                    Card.Note(tongue.Say(
                        "年齢確認もするときは、先に年齢認証をしてください。しないときは、このまま利用コードを送信してください。",
                        "To do both, verify the age first. If not, just send the user code.")),
                ],
                Card.Other(Card.Tap(tongue.Say("年齢確認もする", "Verify age as well"), Postback.To(UserLinkHandler.WithAge)))),
            new TextMessage(now + ask) { QuickReply = QuickReply.Of([.. MyPage(customer), Quit(tongue)]) },
        ];
    }

    /// <summary>年齢確認 → 再発行 → 利用者連携, each step with its button.</summary>
    public Message Order(Customer customer)
    {
        var tongue = customer.Tongue;
        return Card.Message(
            tongue.Say("年齢確認もするときの順番", "Doing both, in this order"),
            tongue.Say("1. 年齢認証をする（利用コードを使います）", "1. Verify the age (spends the user code)"),
            [
                Card.Text(tongue.Say("2. 契約者の方が、マイページで利用コードを再設定する", "2. The contract holder re-issues the user code on My Page")),
                Card.Text(tongue.Say("3. 新しい利用コードで利用者連携をする", "3. Make the user link with the new code")),
                Card.Warning(tongue.Say(
                    "先に利用者連携をすると、そのあとの再設定で連携が解除されます。",
                    "If the user link comes first, the re-issue ends it.")),
            ],
            [
                Card.Primary(Card.Tap(tongue.Say("年齢認証をする", "Verify age"), Postback.To(Tiles.AgeVerification))),
                .. customer.IsContractHolder
                    ? [Card.Other(Card.Tap(tongue.Say("マイページを開く", "Open My Page"), Postback.To(Tiles.MyPage)))]
                    : Array.Empty<FlexButton>(),
                Card.Other(LockedTile.StartUserLink(tongue)),
            ]);
    }

    public Message Stopped(Tongue tongue) => new TextMessage(tongue.Say(
        "利用者連携をやめました。続けるときは、メニューの「契約者連携・利用者連携」からお選びください。",
        "The user link was stopped. To go on later, choose Linking in the menu."));

    public Message WrongLength(Tongue tongue, int digits) => new TextMessage(tongue.Say(
        $"利用コードは16けたです（入力されたのは{digits}けたです）。もう一度入力してください。",
        $"A user code has 16 digits; that was {digits}. Please type it again."))
    {
        QuickReply = QuickReply.Of(Quit(tongue)),
    };

    public Message TooMany(Tongue tongue, DateTimeOffset tryAgainAt) => new TextMessage(tongue.Say(
        $"入力の誤りが続いたため、利用コードの受け付けを一時的に止めています。{tongue.DayAndTime(tryAgainAt)}以降に、もう一度「利用者連携をする」からお試しください。",
        $"Too many codes were wrong, so we have paused for a while. Start the user link again from {tongue.DayAndTime(tryAgainAt)}."));

    /// <param name="code">What is known of the code that was typed; null when nothing is.</param>
    public Message Refused(Customer customer, UserCode? code)
    {
        var tongue = customer.Tongue;
        var reason = code switch
        {
            null => tongue.Say("この利用コードは見つかりませんでした。数字をご確認のうえ、もう一度入力してください。", "There is no such user code. Check the digits and type it again."),
            { IsEnded: true } => tongue.Say("この利用コードの回線は、ご解約済みのため連携できません。", "The subscription of this user code has ended."),
            { ReplacedAt: not null } => tongue.Say("この利用コードは、新しい利用コードに変わったため使えません。", "This user code was replaced by a newer one."),
            { SpentOn: UserCodeUse.AgeVerification } => tongue.Say("この利用コードは、年齢認証で使用済みです。", "This user code was used for age verification."),
            _ => tongue.Say("この利用コードは、利用者連携で使用済みです。", "This user code was used for a user link."),
        };
        var wayOn = code switch
        {
            null or { IsEnded: true } => "",
            { ReplacedAt: not null } => tongue.Say(
                "\n最新の利用コードは、契約者の方がマイページで確認できます。",
                "\nThe contract holder finds the newest one on My Page."),
            { SpentOn: UserCodeUse.UserLink } => tongue.Say(
                "\n新しい利用コードは、契約者の方がマイページの「利用コードの再設定」で発行できます。再設定すると、その回線のいまの利用者連携は解除されます。",
                "\nThe contract holder gets a new one under Re-issue user code on My Page. That ends the present user link of the subscription."),
            _ => tongue.Say(
                "\n新しい利用コードは、契約者の方がマイページの「利用コードの再設定」で発行できます。",
                "\nThe contract holder gets a new one under Re-issue user code on My Page."),
        };
        return new TextMessage(reason + wayOn) { QuickReply = QuickReply.Of([.. MyPage(customer), Quit(tongue)]) };
    }

    /// <param name="present">The subscription that the account would leave; null when it has ended.</param>
    public Message ReplaceOrKeep(Tongue tongue, Subscription? present, string code) => Card.Message(
        tongue.Say("連携先の変更", "Move the link"),
        tongue.Say(
            $"いまは {present?.PhoneNumber} に利用者連携しています。続けると、その連携は解除され、新しい回線に連携します。",
            $"You are linked to {present?.PhoneNumber}. If you go on, that link ends and the new one is made."),
        Card.Primary(Card.Tap(tongue.Say("新しい回線に変更する", "Move to the new one"), Postback.To(UserLinkHandler.Replace, ("code", code)))),
        Card.Other(Card.Tap(tongue.Say("いまのままにする", "Leave it as it is"), Postback.To(UserLinkHandler.Stop))));

    public Message Linked(Tongue tongue, Subscription subscription) => Card.Message(
        tongue.Say("連携完了", "Linked"),
        tongue.Say(
            $"{subscription.PhoneNumber} の利用者連携が完了しました。データ残量の確認とデータプレゼントをご利用いただけます。",
            $"You are linked as the user of {subscription.PhoneNumber}. Data remaining and data present are open to you now."),
        [
            Card.Note(tongue.Say(
                "連携は、メニューの「契約者連携・利用者連携」からいつでも解除できます。",
                "You can undo the link at any time under Linking in the menu.")),
            Card.Note(tongue.Say(
                "利用コードは使用済みになりました。再設定すると、この連携は解除されます。",
                "The user code is spent. Re-issuing it ends this link.")),
        ],
        Card.Primary(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining))),
        Card.Other(Card.Tap(tongue.Say("データプレゼント", "Data present"), Postback.To(Tiles.DataPresent))));

    private static IEnumerable<LineAction> MyPage(Customer customer) => customer.IsContractHolder
        ? [Card.Tap(customer.Tongue.Say("マイページで確認", "See My Page"), Postback.To(Tiles.MyPage))]
        : [];

    private static PostbackAction Quit(Tongue tongue) => Card.Tap(tongue.Say("やめる", "Stop"), Postback.To(UserLinkHandler.Stop));
}
