using Line.Messaging;
using LineBot.Accounts;
using LineBot.Billing;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.MyPage;

public sealed class MyPageReplies
{
    /// <summary>Bubbles that fit into what LINE takes at once.</summary>
    public const int Most = 60;

    private const int LargestCarousel = 12;

    public IReadOnlyList<Message> Choose(Tongue tongue, IEnumerable<(Contract Contract, string Address)> contracts) =>
    [
        .. contracts.Select(one => Bubble(tongue, one.Contract, one.Address)).Chunk(LargestCarousel).Select(bubbles => new FlexMessage(
            tongue.Say("マイページを開くログインIDを選んでください。", "Choose the login ID to open My Page with."),
            bubbles.Length == 1 ? bubbles[0] : new FlexCarousel(bubbles))),
    ];

    public Message ToTopUp(Tongue tongue, Subscription subscription, string address) => Card.Message(
        tongue.Say("データの追加", "More data"),
        tongue.Say(
            $"{subscription.PhoneNumber}（{subscription.UserName}さん）にデータを追加するページを開きます。",
            $"This opens the page where you add data to {subscription.PhoneNumber} ({subscription.UserName})."),
        [OnceNote(tongue)],
        Card.Primary(new UriAction(tongue.Say("データを追加する", "Add data"), address)));

    public Message DataBought(Tongue tongue, Subscription subscription, long kb, int yen, DateOnly lastDay) => Card.Message(
        tongue.Say("データを追加しました", "Data added"),
        tongue.Say(
            $"マイページで、{subscription.PhoneNumber}（{subscription.UserName}さん）に {tongue.Data(kb)} を追加しました。",
            $"{tongue.Data(kb)} was added to {subscription.PhoneNumber} ({subscription.UserName}) on My Page."),
        [
            Card.Fact(tongue.Say("料金（税込）", "Price, tax included"), tongue.Yen(yen)),
            Card.Fact(tongue.Say("有効期限", "Usable"), tongue.Until(lastDay)),
            Card.Note(tongue.Say(
                "お心当たりのないときは、「トークで問い合わせ」からお知らせください。",
                "If this was not you, tell us through Talk inquiry.")),
        ]);

    /// <summary>To the user of the subscription, who hears of the data and never of the price.</summary>
    public Message DataReceived(Tongue tongue, Subscription subscription, long kb, DateOnly lastDay) => Card.Message(
        tongue.Say("データが追加されました", "More data for you"),
        tongue.Say(
            $"ご契約者が、{subscription.PhoneNumber} に {tongue.Data(kb)} を追加しました。すぐにお使いいただけます。",
            $"The contract holder added {tongue.Data(kb)} to {subscription.PhoneNumber}. You can use it right away."),
        [Card.Fact(tongue.Say("有効期限", "Usable"), tongue.Until(lastDay))],
        Card.Primary(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining))));

    public Message PlanChangeAsked(Tongue tongue, Subscription subscription, Plan plan, DateOnly on) => Card.Message(
        tongue.Say("プラン変更を受け付けました", "Your plan will change"),
        tongue.Say(
            $"{tongue.Day(on)} から、{subscription.PhoneNumber}（{subscription.UserName}さん）のプランが変わります。",
            $"From {tongue.Day(on)}, {subscription.PhoneNumber} ({subscription.UserName}) has another plan."),
        [
            Card.Fact(tongue.Say("いまのプラン", "Now"), $"{subscription.PlanName(tongue)}\n{Monthly(tongue, subscription.PlanMonthlyYen)}"),
            Card.Fact(tongue.Say("変更後", "Then"), $"{plan.Name(tongue)}\n{Monthly(tongue, plan.MonthlyYen)}"),
            Card.Note(tongue.Say(
                $"{tongue.Day(on.AddDays(-1))} の終わりまで、マイページで取り消せます。",
                $"You can cancel it on My Page until the end of {tongue.Day(on.AddDays(-1))}.")),
        ],
        ToMyPage(tongue, subscription.ContractId));

    public Message PlanChangeCancelled(Tongue tongue, Subscription subscription, Plan plan) => Card.Message(
        tongue.Say("プラン変更を取り消しました", "The change of plan is cancelled"),
        tongue.Say(
            $"{subscription.PhoneNumber}（{subscription.UserName}さん）の「{plan.Name(tongue)}」への変更を取り消しました。いまのプラン「{subscription.PlanName(tongue)}」のままです。",
            $"{subscription.PhoneNumber} ({subscription.UserName}) does not change to {plan.Name(tongue)} and keeps {subscription.PlanName(tongue)}."),
        ToMyPage(tongue, subscription.ContractId));

    public Message BillClosed(Tongue tongue, Contract contract, Bill bill) => Card.Message(
        tongue.Say($"{tongue.Month(bill.Month)}分のご利用料金", $"Your bill of {tongue.Month(bill.Month)}"),
        tongue.Say(
            $"{tongue.Month(bill.Month)}分のご利用料金は {tongue.Yen(bill.Yen)}（税込）です。{tongue.Day(bill.ChargedOn)} に請求します。",
            $"It comes to {tongue.Yen(bill.Yen)}, tax included, and is charged on {tongue.Day(bill.ChargedOn)}."),
        [Card.Fact(tongue.Say("ログインID", "Login ID"), contract.LoginId), Card.Note(tongue.Say("内訳はマイページでご覧いただけます。", "My Page shows it line by line."))],
        ToMyPage(tongue, contract.Id));

    public Message PasswordChanged(Tongue tongue, Contract contract) => Card.Message(
        tongue.Say("パスワードの変更", "Password changed"),
        tongue.Say(
            $"マイページで、ログインID {contract.LoginId} のパスワードを変更しました。",
            $"The password of the login ID {contract.LoginId} was changed on My Page."),
        [
            Card.Note(tongue.Say(
                "お心当たりのないときは、すぐに「トークで問い合わせ」からお知らせください。",
                "If this was not you, tell us through Talk inquiry at once.")),
        ]);

    public Message UserLinkEnded(Tongue tongue, Subscription subscription) => Card.Message(
        tongue.Say("利用者連携の解除", "User link ended"),
        tongue.Say(
            $"{subscription.PhoneNumber} の利用コードが再設定されたため、利用者連携が解除されました。",
            $"The user code of {subscription.PhoneNumber} was re-issued, so your user link has ended."),
        [
            Card.Note(tongue.Say(
                "もう一度連携するには、契約者の方に新しい利用コードをお聞きください。",
                "To link again, ask the contract holder for the new user code.")),
        ],
        Card.Primary(LockedTile.StartUserLink(tongue)));

    public Message UserLinked(Tongue tongue, Subscription subscription) => Card.Message(
        tongue.Say("連携完了", "Linked"),
        tongue.Say(
            $"マイページで、{subscription.PhoneNumber} の利用者連携が完了しました。データ残量の確認とデータプレゼントをご利用いただけます。",
            $"You were linked on My Page as the user of {subscription.PhoneNumber}. Data remaining and data present are open to you now."),
        [Card.Note(tongue.Say("連携はいつでも解除できます。", "You can undo the link at any time."))],
        Card.Primary(Card.Tap(tongue.Say("データ残量確認", "Data remaining"), Postback.To(Tiles.DataRemaining))));

    public Message UserLinkUndone(Tongue tongue, Subscription subscription) => Card.Message(
        tongue.Say("利用者連携の解除", "User link undone"),
        tongue.Say(
            $"マイページで、{subscription.PhoneNumber} の利用者連携が解除されました。",
            $"The user link of {subscription.PhoneNumber} was undone on My Page."),
        Card.Other(LockedTile.StartUserLink(tongue)));

    public Message ContractorLinkUndone(Tongue tongue, Contract contract, IReadOnlyList<Reward> lost) => Card.Message(
        tongue.Say("契約者連携の解除", "Contractor link undone"),
        tongue.Say(
            $"マイページで、ログインID {contract.LoginId} の契約者連携が解除されました。",
            $"The contractor link of {contract.LoginId} was undone on My Page."),
        [
            .. lost.Select(reward => Card.Note(tongue.Say(
                $"対象外になった特典: {reward.Name(tongue)} {reward.Worth(tongue)}", $"Reward lost: {reward.Name(tongue)} {reward.Worth(tongue)}"))),
            Card.Note(tongue.Say(
                "お心当たりのないときは、「トークで問い合わせ」からお知らせください。",
                "If this was not you, tell us through Talk inquiry.")),
        ],
        Card.Other(LockedTile.StartContractorLink(tongue)));

    private static FlexBubble Bubble(Tongue tongue, Contract contract, string address) => Card.Of(
        contract.LoginId,
        [
            Card.Fact(tongue.Say("ご契約者", "Contract holder"), contract.HolderName),
            OnceNote(tongue),
        ],
        Card.Primary(new UriAction(tongue.Say("マイページを開く", "Open My Page"), address)));

    private static string Monthly(Tongue tongue, int yen) => tongue.Say($"月額 {tongue.Yen(yen)}", $"{tongue.Yen(yen)} a month");

    private static FlexButton ToMyPage(Tongue tongue, long contractId) => Card.Other(Card.Tap(
        tongue.Say("マイページを開く", "Open My Page"), Postback.To(Tiles.MyPage, ("contract", contractId))));

    private static FlexText OnceNote(Tongue tongue) => Card.Note(tongue.Say(
        "ボタンは5分間、1回だけ使えます。ほかの人に転送しないでください。",
        "The button works for five minutes, once. Do not pass it on."));
}
