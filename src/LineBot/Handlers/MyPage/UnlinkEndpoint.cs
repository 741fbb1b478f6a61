using LineBot.Accounts;
using LineBot.Notices;
using LineBot.Outbox;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>
/// Undoes the contractor link from My Page, after naming what is lost by it. The session ends with the link; its cookie stays,
/// so that a second tap is told what the first one did.
/// </summary>
internal sealed class UnlinkEndpoint(
    Visits visits, CampaignStore campaigns, LinkStore links, NoticeWriter notices, OutboxWriter outbox, MyPageReplies replies)
{
    public const string Path = $"{MyPageEndpoint.Path}/unlink";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Delegate)Ask);
        pages.MapPost(Path, (Delegate)Undo);
    }

    private Task<IResult> Ask(HttpContext context) => visits.In(context, visit =>
        new RazorComponentResult<UnlinkPage>(new
        {
            visit.Contract, AtStake = campaigns.AtStake(visit.Tx, visit.Contract.Id, visit.Today), IsLast = visit.Customer.ContractIds.Count == 1,
        }));

    private Task<IResult> Undo(HttpContext context) => visits.In(context, visit =>
    {
        var (lineUserId, contract) = (visit.Customer.LineUserId, visit.Contract);
        var lost = links.UndoContractor(visit.Tx, contract.Id, lineUserId, visit.Now) ?? [];
        var cause = $"contractor-link-undone:{contract.Id}:{visit.Now.ToUnixTimeMilliseconds()}";
        outbox.SwitchMenu(visit.Tx, lineUserId, cause, visit.Now);
        notices.Tell(
            visit.Tx, lineUserId, NoticeKind.LinkUndone, tongue => replies.ContractorLinkUndone(tongue, contract, lost), cause, visit.Now,
            isAnswer: true);
        return new RazorComponentResult<UnlinkedPage>(new { Lost = lost });
    });
}
