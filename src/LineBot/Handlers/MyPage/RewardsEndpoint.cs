using LineBot.Accounts;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>キャンペーン特典: what is to come, what came, and what was lost.</summary>
internal sealed class RewardsEndpoint(Visits visits, CampaignStore campaigns)
{
    public const string Path = $"{MyPageEndpoint.Path}/rewards";

    public void Map(IEndpointRouteBuilder pages) => pages.MapGet(Path, (Delegate)Show);

    private Task<IResult> Show(HttpContext context) => visits.In(context, visit =>
        new RazorComponentResult<RewardsPage>(new { Rewards = campaigns.RewardsOf(visit.Tx, visit.Contract.Id), visit.Today }));
}
