using LineBot.Language;
using LineBot.RichMenu;

namespace LineBot.Accounts;

/// <summary>A LINE account with the links it has at one instant. What a customer may see or do follows from this and nothing else.</summary>
/// <param name="LineUserId">LINE's id of the account, constant within one provider.</param>
/// <param name="DisplayName">The name in LINE, or null while it is unknown.</param>
/// <param name="Tongue">The language in which to answer.</param>
/// <param name="IsFriend">False after the account was blocked: nothing may be pushed.</param>
/// <param name="ContractIds">The contracts linked by 契約者連携, oldest link first.</param>
/// <param name="SubscriptionId">The subscription linked by 利用者連携, if any.</param>
/// <param name="Expects">The action that gets the next typed text, as stored: it may have run out. Null when none waits.</param>
public sealed record Customer(
    string LineUserId, string? DisplayName, Tongue Tongue, bool IsFriend, IReadOnlyList<long> ContractIds, long? SubscriptionId,
    Expectation? Expects = null)
{
    /// <summary>A LINE account of which nothing is known: no links, answered in Japanese.</summary>
    public static Customer Unknown(string lineUserId) => new(lineUserId, null, Tongue.Japanese, IsFriend: true, [], null) { IsKnown = false };

    /// <summary>False while the store has no row for the account.</summary>
    public bool IsKnown { get; init; } = true;

    public bool IsContractHolder => ContractIds.Count > 0;

    public LinkState LinkState => LinkStateOf(IsContractHolder, SubscriptionId is not null);

    public static LinkState LinkStateOf(bool isContractHolder, bool isUser) => (isContractHolder, isUser) switch
    {
        (false, false) => LinkState.None,
        (true, false) => LinkState.Contractor,
        (false, true) => LinkState.User,
        (true, true) => LinkState.Both,
    };
}
