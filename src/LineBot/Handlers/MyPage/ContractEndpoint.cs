using LineBot.Accounts;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>ご契約内容 and 連携の管理: what the contract says, and the links that open it.</summary>
internal sealed class ContractEndpoint(Visits visits, SubscriptionStore subscriptions)
{
    public const string Path = $"{MyPageEndpoint.Path}/contract";

    public const string LinksPath = $"{MyPageEndpoint.Path}/links";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Delegate)Show);
        pages.MapGet(LinksPath, (Delegate)ShowLinks);
    }

    private Task<IResult> Show(HttpContext context) => visits.In(context, visit =>
        new RazorComponentResult<ContractPage>(new { visit.Contract, Subscriptions = subscriptions.OfContract(visit.Tx, visit.Contract.Id) }));

    private Task<IResult> ShowLinks(HttpContext context) => visits.In(context, visit => new RazorComponentResult<LinksPage>(new
    {
        visit.Contract, Own = visit.Customer.SubscriptionId is { } own ? subscriptions.Find(visit.Tx, own) : null,
    }));
}
