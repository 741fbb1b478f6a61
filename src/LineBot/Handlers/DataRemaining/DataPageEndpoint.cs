using LineBot.Accounts;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.DataRemaining;

/// <summary>
/// The remaining data as a page: one's own subscription, and for contract holders each of the contract's. A user link is enough to
/// come in, so there is no price in it; who may see which subscription follows from the links of this moment.
/// </summary>
internal sealed class DataPageEndpoint(Visits visits, SubscriptionStore subscriptions, Looks looks)
{
    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Destination.Data.Path, (Delegate)ShowOwn);
        pages.MapGet($"{Destination.Data.Path}/{{subscriptionId:long}}", ShowOne);
    }

    public static string PathOf(long subscriptionId) => Destination.Data.PathFor(subscriptionId);

    private Task<IResult> ShowOwn(HttpContext context) => visits.OfUser(context, visit =>
        visit.Customer.SubscriptionId is { } own && subscriptions.Find(visit.Tx, own) is { } subscription ? Page(visit, subscription)
        : subscriptions.OfHolder(visit.Tx, visit.Customer.LineUserId) is { Count: > 0 } held ? Page(visit, held[0])
        : Nothing(context));

    private Task<IResult> ShowOne(HttpContext context, long subscriptionId) => visits.OfUser(context, visit =>
        subscriptions.Find(visit.Tx, subscriptionId) is { } subscription
        && (visit.Customer.SubscriptionId == subscriptionId || visit.Customer.ContractIds.Contains(subscription.ContractId))
            ? Page(visit, subscription)
            : Problem.Of(StatusCodes.Status404NotFound, PageTongue.Of(context)).ToPage());

    private RazorComponentResult<DataPage> Page(UserVisit visit, Subscription subscription) => new(new
    {
        Look = looks.At(visit.Tx, subscription, visit.Now, DayChart.Days),
        Others = subscriptions.OfHolder(visit.Tx, visit.Customer.LineUserId).Where(other => other.Id != subscription.Id).ToList(),
        // Prices are behind it, so the session has to reach the very contract.
        MayBuy = visit.Session.ContractId == subscription.ContractId && visit.Customer.ContractIds.Contains(subscription.ContractId),
    });

    private static RazorComponentResult<ProblemPage> Nothing(HttpContext context)
    {
        var tongue = PageTongue.Of(context);
        return new Problem(
            StatusCodes.Status403Forbidden,
            tongue.Say("表示できる回線がありません", "There is no subscription to show"),
            tongue.Say("このLINEアカウントは、いまどの回線にも連携されていません。", "This LINE account is not linked to a subscription now."),
            tongue.Say(
                "LINEのトークに戻り、メニューの「契約者連携・利用者連携」から利用者連携をしてください。",
                "Go back to the talk in LINE and link as user from the menu.")).ToPage();
    }
}
