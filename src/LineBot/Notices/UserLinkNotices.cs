using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Notices;

/// <summary>Tells whoever else has to hear of a user link: the account that loses it, and the holder of the contract.</summary>
public sealed class UserLinkNotices(NoticeWriter notices, LinkStore links, SubscriptionStore subscriptions)
{
    /// <param name="actor">The LINE account that made the link; it has its own answer.</param>
    /// <param name="cause">Names the happening.</param>
    public void Made(Transaction tx, UserLinkMade made, Subscription subscription, string actor, string cause, DateTimeOffset now)
    {
        if (made.Displaced is not null)
            notices.Tell(tx, made.Displaced, NoticeKind.LinkDisplaced, tongue => Displaced(tongue, subscription), $"user-link:{subscription.Id}:displaced:{cause}", now);
        if (made.Left is { } id && subscriptions.Find(tx, id) is { } left)
            Ended(tx, left, actor, cause, now);
        if (HolderBeside(tx, subscription, actor) is { } holder)
            notices.Tell(tx, holder, NoticeKind.LinkMade, tongue => InYourContract(tongue, subscription), $"user-link:{subscription.Id}:made:{cause}", now);
    }

    /// <summary>The holder's contract has a user link less. A holder who ended it knows.</summary>
    public void Ended(Transaction tx, Subscription subscription, string actor, string cause, DateTimeOffset now)
    {
        if (HolderBeside(tx, subscription, actor) is { } holder)
            notices.Tell(tx, holder, NoticeKind.LinkUndone, tongue => EndedInYourContract(tongue, subscription), $"user-link:{subscription.Id}:ended:{cause}", now);
    }

    private string? HolderBeside(Transaction tx, Subscription subscription, string actor) =>
        links.HolderOf(tx, subscription.ContractId) is { } holder && holder != actor ? holder : null;

    private static FlexMessage Displaced(Tongue tongue, Subscription subscription) => Card.Message(
        tongue.Say("利用者連携の変更", "User link moved"),
        tongue.Say(
            $"{subscription.PhoneNumber} が別のLINEアカウントに連携されたため、このLINEアカウントとの利用者連携は解除されました。",
            $"{subscription.PhoneNumber} was linked to another LINE account, so your user link has ended."),
        Card.Primary(Card.Tap(tongue.Say("問い合わせる", "Contact us"), Postback.To(Tiles.TalkInquiry))));

    private static TextMessage InYourContract(Tongue tongue, Subscription subscription) => new(tongue.Say(
        $"ご契約中の回線 {subscription.PhoneNumber}（{subscription.UserName}さん）が、LINEアカウントに利用者連携されました。お心当たりのないときは、マイページの「利用コードの再設定」で連携を解除できます。",
        $"{subscription.PhoneNumber} ({subscription.UserName}) of your contract was linked to a LINE account as its user. If you do not know of it, re-issue its user code on My Page: that ends the link."));

    private static TextMessage EndedInYourContract(Tongue tongue, Subscription subscription) => new(tongue.Say(
        $"ご契約中の回線 {subscription.PhoneNumber}（{subscription.UserName}さん）の利用者連携が解除されました。",
        $"The user link of {subscription.PhoneNumber} ({subscription.UserName}) of your contract was undone."));
}
