using LineBot.Accounts;
using LineBot.Billing;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>My Page itself, and the way out of it.</summary>
internal sealed class MyPageEndpoint(
    Visits visits, Database database, SessionStore sessions, SubscriptionStore subscriptions, SubscriptionViews views, CampaignStore campaigns,
    Bills bills, TimeProvider clock)
{
    public const string Path = "/my-page";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Delegate)Show);
        pages.MapPost($"{Path}/sign-out", (Delegate)SignOut);
    }

    private Task<IResult> Show(HttpContext context) => visits.In(context, visit =>
    {
        // The bill first: it has the months granted up to now, and with them the plan of today.
        var soFar = bills.SoFar(visit.Tx, visit.Contract.Id, visit.Now);
        return new RazorComponentResult<MyPage>(new
        {
            visit.Contract,
            visit.Today,
            Subscriptions = subscriptions.OfContract(visit.Tx, visit.Contract.Id).Select(one => views.Of(visit, one)).ToList(),
            Rewards = campaigns.RewardsOf(visit.Tx, visit.Contract.Id),
            SoFarYen = soFar.Yen,
            HasOwnLink = visit.Customer.SubscriptionId is not null,
        });
    });

    private async Task<IResult> SignOut(HttpContext context)
    {
        if (SessionCookie.TokenIn(context) is { } token)
            await database.WriteAsync(tx => sessions.End(tx, token, clock.GetUtcNow()), WritePriority.First);
        await SessionCookie.SignOutAsync(context);
        return new RazorComponentResult<SignedOutPage>();
    }
}
