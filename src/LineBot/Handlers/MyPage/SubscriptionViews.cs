using LineBot.Accounts;
using LineBot.Data;
using LineBot.Web;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.MyPage;

/// <summary>Puts together what My Page shows of each subscription.</summary>
internal sealed class SubscriptionViews(PlanStore plans, UserCodeStore codes, LinkStore links, Balances balances, IOptions<DataPolicy> policy)
{
    public SubscriptionView Of(Visit visit, Subscription subscription)
    {
        var user = links.UserOf(visit.Tx, subscription.Id);
        return new SubscriptionView(
            subscription,
            subscription.NextPlanId is { } next ? plans.Find(visit.Tx, next) : null,
            plans.OptionsOf(visit.Tx, subscription.Id),
            balances.Of(visit.Tx, subscription.Id, visit.Now),
            policy.Value.SlowKbps,
            codes.Current(visit.Tx, subscription.Id),
            user is null ? UserLinkView.None : user == visit.Customer.LineUserId ? UserLinkView.Own : UserLinkView.Other);
    }
}
