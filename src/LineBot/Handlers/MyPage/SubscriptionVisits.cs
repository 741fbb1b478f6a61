using LineBot.Accounts;
using LineBot.Web;

namespace LineBot.Handlers.MyPage;

/// <summary>The one door to a subscription on My Page: to whoever does not hold its contract, it is not there.</summary>
internal sealed class SubscriptionVisits(Visits visits, SubscriptionStore subscriptions)
{
    public Task<IResult> In(HttpContext context, long subscriptionId, Func<Visit, Subscription, IResult> page) =>
        visits.In(context, visit =>
            subscriptions.Find(visit.Tx, subscriptionId) is { } found && found.ContractId == visit.Contract.Id
                ? page(visit, found)
                : Problem.Of(StatusCodes.Status404NotFound, PageTongue.Of(context)).ToPage());
}
