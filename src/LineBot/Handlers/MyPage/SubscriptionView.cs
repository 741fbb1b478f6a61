using LineBot.Accounts;
using LineBot.Data;

namespace LineBot.Handlers.MyPage;

/// <summary>A subscription with all that My Page shows of it.</summary>
/// <param name="Next">The plan from next month, where a change waits.</param>
/// <param name="SlowKbps">The speed once nothing is left.</param>
public sealed record SubscriptionView(
    Subscription Subscription, Plan? Next, IReadOnlyList<PlanOption> Options, Balance Balance, int SlowKbps, UserCode? Code, UserLinkView Link);

/// <summary>Whose LINE account a subscription is linked to, as the contract holder may know it.</summary>
public enum UserLinkView
{
    None,
    Own,
    Other,
}
