using LineBot.Accounts;
using LineBot.Data;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>My Page itself, and the way out of it.</summary>
internal sealed class MyPageEndpoint(
    Visits visits, Database database, SessionStore sessions, SubscriptionStore subscriptions, PlanStore plans, UserCodeStore codes,
    LinkStore links, CampaignStore campaigns, Balances balances, TimeProvider clock)
{
    public const string Path = "/my-page";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Delegate)Show);
        pages.MapPost($"{Path}/sign-out", (Delegate)SignOut);
    }

    private Task<IResult> Show(HttpContext context) => visits.In(context, visit =>
        new RazorComponentResult<MyPage>(new
        {
            visit.Contract,
            visit.Today,
            Subscriptions = subscriptions.OfContract(visit.Tx, visit.Contract.Id).Select(one => Present(visit, one)).ToList(),
            Rewards = campaigns.RewardsOf(visit.Tx, visit.Contract.Id),
            Own = visit.Customer.SubscriptionId is { } own ? subscriptions.Find(visit.Tx, own) : null,
        }));

    private SubscriptionView Present(Visit visit, Subscription subscription)
    {
        var user = links.UserOf(visit.Tx, subscription.Id);
        return new SubscriptionView(
            subscription,
            plans.OptionsOf(visit.Tx, subscription.Id),
            balances.Of(visit.Tx, subscription.Id, visit.Now),
            codes.Current(visit.Tx, subscription.Id),
            user is null ? UserLinkView.None : user == visit.Customer.LineUserId ? UserLinkView.Own : UserLinkView.Other);
    }

    private async Task<IResult> SignOut(HttpContext context)
    {
        if (SessionCookie.TokenIn(context) is { } token)
            await database.WriteAsync(tx => sessions.End(tx, token, clock.GetUtcNow()), WritePriority.First);
        await SessionCookie.SignOutAsync(context);
        return new RazorComponentResult<SignedOutPage>();
    }
}
