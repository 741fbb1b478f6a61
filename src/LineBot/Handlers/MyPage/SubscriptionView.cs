using LineBot.Accounts;
using LineBot.Data;

namespace LineBot.Handlers.MyPage;

/// <summary>A subscription with all that My Page shows of it.</summary>
public sealed record SubscriptionView(
    Subscription Subscription, IReadOnlyList<PlanOption> Options, Balance Balance, UserCode? Code, UserLinkView Link);

/// <summary>Whose LINE account a subscription is linked to, as the contract holder may know it.</summary>
public enum UserLinkView
{
    None,
    Own,
    Other,
}
