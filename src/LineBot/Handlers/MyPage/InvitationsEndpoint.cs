using LineBot.Campaigns;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>招待の状況: what became of the invitation links that the visitor issued.</summary>
internal sealed class InvitationsEndpoint(Visits visits, CodeCheck codes)
{
    public const string Path = $"{MyPageEndpoint.Path}/invitations";

    private const int MostShown = 50;

    public void Map(IEndpointRouteBuilder pages) => pages.MapGet(Path, (Delegate)Show);

    private Task<IResult> Show(HttpContext context) => visits.In(context, visit =>
        new RazorComponentResult<InvitationsPage>(new { Invitations = codes.StagesOf(visit.Tx, visit.Customer.LineUserId, MostShown, visit.Now) }));
}
