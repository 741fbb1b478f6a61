using LineBot.Accounts;
using LineBot.Outbox;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>Undoes the contractor link from My Page, after naming what is lost by it. The session ends with the link.</summary>
internal sealed class UnlinkEndpoint(
    Visits visits, CampaignStore campaigns, LinkStore links, OutboxWriter outbox, MyPageReplies replies)
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

    private async Task<IResult> Undo(HttpContext context)
    {
        var page = await visits.In(context, visit =>
        {
            var (customer, contract) = (visit.Customer, visit.Contract);
            var lost = links.UndoContractor(visit.Tx, contract.Id, customer.LineUserId, visit.Now) ?? [];
            var cause = $"contractor-link-undone:{contract.Id}:{visit.Now.ToUnixTimeMilliseconds()}";
            outbox.SwitchMenu(visit.Tx, customer.LineUserId, cause, visit.Now);
            outbox.Push(visit.Tx, customer.LineUserId, [replies.ContractorLinkUndone(customer.Tongue, contract)], cause, 0, visit.Now);
            return new RazorComponentResult<UnlinkedPage>(new { Lost = lost });
        });
        await SessionCookie.SignOutAsync(context);
        return page;
    }
}
