using LineBot.Accounts;
using LineBot.Console.Record;
using LineBot.Data;

namespace LineBot.Console.Customers;

/// <summary>What an operator sees of a customer beside the talk.</summary>
/// <param name="Own">The subscription that this LINE account uses, where its contract is somebody else's.</param>
/// <param name="IsFull">Whether the role may see login ID, birth date and address.</param>
public sealed record CustomerCard(
    Customer Customer, IReadOnlyList<CardContract> Contracts, CardSubscription? Own, IReadOnlyList<AuditLine> Events, bool IsFull)
{
    public IEnumerable<CardSubscription> Subscriptions => [.. Contracts.SelectMany(contract => contract.Subscriptions), .. Own is null ? (CardSubscription[])[] : [Own]];
}

public sealed record CardContract(Contract Contract, IReadOnlyList<CardSubscription> Subscriptions, IReadOnlyList<Reward> Rewards);

/// <param name="UserLink">Who has the user link: null nobody, true this customer, false somebody else.</param>
public sealed record CardSubscription(Subscription Subscription, Balance Balance, IReadOnlyList<PlanOption> Options, bool? UserLink);
