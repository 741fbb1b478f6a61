using LineBot.Accounts;
using LineBot.Console.Record;
using LineBot.Console.Staff;
using LineBot.Data;

namespace LineBot.Console.Customers;

/// <summary>Puts a customer's card together, and notes that it was opened.</summary>
internal sealed class CustomerCards(
    AccountStore accounts, ContractStore contracts, SubscriptionStore subscriptions, PlanStore plans, LinkStore links, CampaignStore campaigns,
    Balances balances, AuditTrailStore trail)
{
    private const int MostEvents = 12;

    /// <param name="reason">Where it was opened from, for the record.</param>
    public CustomerCard Open(Duty duty, string lineUserId, string reason)
    {
        var tx = duty.Tx;
        var customer = accounts.CustomerOf(tx, lineUserId);
        var held = contracts.LinkedTo(tx, lineUserId).Select(contract => new CardContract(
            contract,
            [.. subscriptions.OfContract(tx, contract.Id).Select(one => Describe(duty, one, lineUserId))],
            campaigns.RewardsOf(tx, contract.Id))).ToList();
        var isHeld = held.Any(contract => contract.Subscriptions.Any(one => one.Subscription.Id == customer.SubscriptionId));
        var own = customer.SubscriptionId is { } id && !isHeld && subscriptions.Find(tx, id) is { } used ? Describe(duty, used, lineUserId) : null;
        var card = new CustomerCard(customer, held, own, [], duty.Operator.May(OperatorRole.Supervisor));
        var events = trail.OfCustomer(
            tx, lineUserId, [.. held.Select(one => one.Contract.Id)], [.. card.Subscriptions.Select(one => one.Subscription.Id)], MostEvents);
        duty.Note("customer-viewed", $"{reason}: {lineUserId}", held.FirstOrDefault()?.Contract.Id, customer.SubscriptionId);
        return card with { Events = events };
    }

    private CardSubscription Describe(Duty duty, Subscription one, string lineUserId)
    {
        var user = links.UserOf(duty.Tx, one.Id);
        return new CardSubscription(one, balances.Of(duty.Tx, one.Id, duty.Now), plans.OptionsOf(duty.Tx, one.Id), user is null ? null : user == lineUserId);
    }
}
