using LineBot.Accounts;
using LineBot.Outbox;
using LineBot.Storage;

namespace LineBot.Privacy;

/// <summary>A LINE account whose phone is in other hands: its links and sign-ins are taken from it, without a tap of its owner's.</summary>
public sealed class LostPhone(
    LinkStore links, ContractStore contracts, SubscriptionStore subscriptions, CampaignStore campaigns, SessionStore sessions,
    SignInLinkStore signIns, OutboxWriter outbox, AuditStore audit)
{
    /// <summary>Who uses a phone number, holds a login ID, or is that LINE user id; null where no account is linked.</summary>
    public string? AccountOf(Transaction tx, string key)
    {
        if (key.StartsWith('U'))
            return LinksOf(tx, key, default).Count > 0 ? key : null;
        if (SubscriptionKey.Read(key) is { PhoneNumber: not null } number)
            return subscriptions.FindId(tx, number) is { } subscription ? links.UserOf(tx, subscription) : null;
        return contracts.FindByLoginId(tx, key) is { } contract ? links.HolderOf(tx, contract.Id) : null;
    }

    /// <summary>What <see cref="Undo"/> takes from an account.</summary>
    public IReadOnlyList<LostLink> LinksOf(Transaction tx, string lineUserId, DateOnly today) =>
    [
        .. contracts.LinkedTo(tx, lineUserId).Select(contract => new LostLink(true, contract.LoginId, campaigns.AtStake(tx, contract.Id, today).Count)),
        .. links.SubscriptionOf(tx, lineUserId) is { } id ? [new LostLink(false, subscriptions.Find(tx, id)!.PhoneNumber, 0)] : (LostLink[])[],
    ];

    public void Undo(Transaction tx, string lineUserId, string actor, DateTimeOffset now)
    {
        foreach (var contract in contracts.LinkedTo(tx, lineUserId))
        {
            links.UndoContractor(tx, contract.Id, lineUserId, now);
            audit.Write(tx, now, actor, "phone-lost", contract.Id);
        }
        if (links.UndoUser(tx, lineUserId, now) is { } subscription)
            audit.Write(tx, now, actor, "phone-lost", subscriptionId: subscription);
        sessions.EndAll(tx, lineUserId, now);
        signIns.Void(tx, lineUserId, now);
        outbox.SwitchMenu(tx, lineUserId, $"phone-lost:{lineUserId}:{now.ToUnixTimeMilliseconds()}", now);
    }
}

/// <summary>A link that an account has.</summary>
/// <param name="IsContractor">Whether it is a contractor link; otherwise a user link.</param>
/// <param name="Of">The login ID or the phone number.</param>
/// <param name="RewardsLost">How many rewards whose grant date is to come go with it.</param>
public sealed record LostLink(bool IsContractor, string Of, int RewardsLost);
