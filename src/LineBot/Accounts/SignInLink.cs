namespace LineBot.Accounts;

/// <summary>What a sign-in link is good for; the rest is set when it is good.</summary>
public sealed record SignInLink(SignInLinkState State)
{
    public string LineUserId { get; init; } = "";

    public Destination Destination { get; init; } = Destination.MyPage;

    /// <summary>The contract that it opens; null when it opens no more than a user link does.</summary>
    public long? ContractId { get; init; }

    /// <summary>The subscription that the page is to show, where it has one for each.</summary>
    public long? SubscriptionId { get; init; }

    /// <summary>Where it leads, within this service.</summary>
    public string Path => Destination.PathFor(SubscriptionId);

    /// <summary>Whether somebody with this session gets there without signing in: the same LINE account, with the reach that the link would give.</summary>
    public bool IsReachedBy(Session session) =>
        session.LineUserId == LineUserId && (ContractId is null || session.ContractId == ContractId);
}

public enum SignInLinkState
{
    Good,
    Spent,

    /// <summary>Too old, or never issued.</summary>
    Late,

    /// <summary>The link between account and contract, or subscription, that it was issued for stands no more.</summary>
    Unlinked,
}
