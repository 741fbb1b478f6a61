using System.Globalization;
using LineBot.Accounts;
using LineBot.Billing;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>ご利用料金: this month so far, and the months before it line by line.</summary>
internal sealed class BillsEndpoint(Visits visits, Bills bills, SubscriptionStore subscriptions)
{
    public const string Path = $"{MyPageEndpoint.Path}/bills";

    private const string MonthFormat = "yyyy-MM";

    public static string PathOf(DateOnly month) => $"{Path}/{month.ToString(MonthFormat, CultureInfo.InvariantCulture)}";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Delegate)List);
        pages.MapGet($"{Path}/{{month}}", Show);
    }

    private Task<IResult> List(HttpContext context) => visits.In(context, visit => new RazorComponentResult<BillsPage>(new
    {
        SoFar = bills.SoFar(visit.Tx, visit.Contract.Id, visit.Now),
        Past = bills.Past(visit.Tx, visit.Contract.Id, visit.Now),
        Subscriptions = subscriptions.OfContract(visit.Tx, visit.Contract.Id),
        visit.Today,
    }));

    private Task<IResult> Show(HttpContext context, string month) => visits.In(context, visit =>
        DateOnly.TryParseExact(month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wanted)
        && bills.Past(visit.Tx, visit.Contract.Id, visit.Now).FirstOrDefault(bill => bill.Month == wanted) is { } bill
            ? new RazorComponentResult<BillPage>(new { Bill = bill, Subscriptions = subscriptions.OfContract(visit.Tx, visit.Contract.Id), visit.Today })
            : Problem.Of(StatusCodes.Status404NotFound, PageTongue.Of(context)).ToPage());
}
