using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Handlers.Linking;

public sealed class LinkingReplies
{
    private const int LargestCarousel = 12;
    private const int MostMessages = 5;

    public FlexMessage Cards(Customer customer, IReadOnlyList<Contract> contracts, Subscription? subscription) => new(
        customer.Tongue.Say("契約者連携・利用者連携の状態です。", "Your links as contract holder and as user."),
        new FlexCarousel([ContractorCard(customer.Tongue, contracts), UserCard(customer.Tongue, subscription)]));

    /// <summary>The login IDs that are linked, a bubble each, and one more for a new link; as many as LINE shows at once.</summary>
    public IReadOnlyList<Message> Contracts(Tongue tongue, IReadOnlyList<Contract> contracts) =>
    [
        .. contracts.Take((LargestCarousel * MostMessages) - 1).Select(contract => ContractBubble(tongue, contract)).Append(NewLoginId(tongue))
            .Chunk(LargestCarousel)
            .Select(bubbles => new FlexMessage(tongue.Say("連携中のログインIDです。", "The login IDs you have linked."), new FlexCarousel(bubbles))),
    ];

    private static FlexBubble ContractorCard(Tongue tongue, IReadOnlyList<Contract> contracts)
    {
        var what = Card.Note(tongue.Say(
            "マイページで、ご契約内容・利用コード・特典を確認できます。",
            "Opens My Page with your contract, user codes and rewards."));
        return contracts.Count == 0
            ? Card.Of(Contractor(tongue), [State(tongue, false), what], Card.Primary(LockedTile.StartContractorLink(tongue)))
            : Card.Of(
                Contractor(tongue),
                [State(tongue, true), .. contracts.Take(3).Select(one => Card.Fact(tongue.Say("ログインID", "Login ID"), one.LoginId)), .. More(tongue, contracts.Count - 3), what],
                Card.Other(Card.Tap(tongue.Say("マイページを開く", "Open My Page"), Postback.To(Tiles.MyPage))),
                Card.Other(Card.Tap(LockedTile.StartContractorLink(tongue).Label!, Postback.To(LinkingHandler.Contracts))));
    }

    private static FlexBubble UserCard(Tongue tongue, Subscription? subscription)
    {
        var what = Card.Note(tongue.Say(
            "データ残量の確認とデータプレゼントを使えます。",
            "Opens data remaining and data present."));
        return subscription is null
            ? Card.Of(User(tongue), [State(tongue, false), what], Card.Primary(LockedTile.StartUserLink(tongue)))
            : Card.Of(
                User(tongue),
                [State(tongue, true), Card.Fact(tongue.Say("回線", "Subscription"), subscription.PhoneNumber), what],
                Card.Other(Card.Tap(tongue.Say("別の回線に連携する", "Link another one"), Postback.To(Tiles.LinkUser)) with { InputOption = InputOption.OpenKeyboard }),
                Card.Other(Card.Tap(tongue.Say("連携を解除する", "Undo the link"), Postback.To(UndoHandler.User))));
    }

    private static FlexBubble ContractBubble(Tongue tongue, Contract contract) => Card.Of(
        contract.LoginId,
        [Card.Fact(tongue.Say("ご契約者", "Contract holder"), contract.HolderName)],
        Card.Primary(Card.Tap(tongue.Say("マイページを開く", "Open My Page"), Postback.To(Tiles.MyPage, ("contract", contract.Id)))),
        Card.Other(Card.Tap(tongue.Say("連携を解除する", "Undo the link"), Postback.To(UndoHandler.Contractor, ("contract", contract.Id)))));

    private static FlexBubble NewLoginId(Tongue tongue) => Card.Of(
        tongue.Say("新規ログインID連携", "Link another login ID"),
        [Card.Note(tongue.Say("ほかのご契約も、このLINEアカウントに連携できます。", "Other contracts can be linked to this LINE account too."))],
        Card.Primary(Card.Tap(tongue.Say("新規ログインID連携", "Link another login ID"), Postback.To(Tiles.LinkContractor))));

    private static IEnumerable<FlexComponent> More(Tongue tongue, int more) =>
        more > 0 ? [Card.Note(tongue.Say($"ほか{more}件", $"and {more} more"))] : [];

    private static FlexText State(Tongue tongue, bool isLinked) => new(isLinked ? tongue.Say("連携済み", "Linked") : tongue.Say("未連携", "Not linked"))
    {
        Size = "sm", Weight = FlexWeight.Bold, Color = isLinked ? Card.Green : Card.Muted,
    };

    private static string Contractor(Tongue tongue) => tongue.Say("契約者連携", "Contractor link");

    private static string User(Tongue tongue) => tongue.Say("利用者連携", "User link");
}
