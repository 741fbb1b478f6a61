using System.Globalization;
using LineBot.Accounts;
using LineBot.Notices;
using LineBot.Outbox;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Handlers.MyPage;

/// <summary>利用コードの再設定: says what it breaks, then gives the subscription a new user code.</summary>
internal sealed class UserCodeEndpoint(
    SubscriptionVisits visits, UserCodeStore codes, LinkStore links, NoticeWriter notices, OutboxWriter outbox,
    MyPageReplies replies)
{
    public static string PathOf(long subscriptionId) => $"{MyPageEndpoint.Path}/user-code/{subscriptionId.ToString(CultureInfo.InvariantCulture)}";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet($"{MyPageEndpoint.Path}/user-code/{{subscriptionId:long}}", Ask);
        pages.MapPost($"{MyPageEndpoint.Path}/user-code/{{subscriptionId:long}}", Reissue);
    }

    private Task<IResult> Ask(HttpContext context, long subscriptionId) => visits.In(context, subscriptionId, (visit, subscription) =>
        new RazorComponentResult<ReissuePage>(new
        {
            Subscription = subscription,
            Code = codes.Current(visit.Tx, subscriptionId),
            IsLinked = links.UserOf(visit.Tx, subscriptionId) is not null,
        }));

    /// <param name="shown">When the code that the customer saw was issued, so that a second tap does not replace the new one.</param>
    private Task<IResult> Reissue(HttpContext context, long subscriptionId, [FromForm] long shown) => visits.In(context, subscriptionId, (visit, subscription) =>
    {
        if (IssuedAt(codes.Current(visit.Tx, subscriptionId)) == shown)
            Replace(visit, subscription);
        return TypedResults.Redirect($"{MyPageEndpoint.Path}#{AnchorOf(subscriptionId)}");
    });

    public static long IssuedAt(UserCode? code) => code?.IssuedAt.ToUnixTimeMilliseconds() ?? 0;

    public static string AnchorOf(long subscriptionId) => $"subscription-{subscriptionId.ToString(CultureInfo.InvariantCulture)}";

    private void Replace(Visit visit, Subscription subscription)
    {
        var (code, unlinked) = links.Reissue(visit.Tx, subscription.Id, visit.Customer.LineUserId, visit.Now);
        if (unlinked is null)
            return;
        var cause = $"user-code-reissued:{subscription.Id}:{IssuedAt(code)}";
        outbox.SwitchMenu(visit.Tx, unlinked, cause, visit.Now);
        notices.Tell(visit.Tx, unlinked, NoticeKind.LinkUndone, tongue => replies.UserLinkEnded(tongue, subscription), cause, visit.Now);
    }
}
