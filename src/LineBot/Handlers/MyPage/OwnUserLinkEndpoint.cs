using System.Globalization;
using LineBot.Accounts;
using LineBot.Notices;
using LineBot.Outbox;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Handlers.MyPage;

/// <summary>利用者連携 on the holder's own phone: the user code is spent without being copied. And the way back.</summary>
internal sealed class OwnUserLinkEndpoint(
    Visits visits, SubscriptionVisits subscriptionVisits, SubscriptionStore subscriptions, UserCodeStore codes, LinkStore links,
    OutboxWriter outbox, NoticeWriter notices, UserLinkNotices news, MyPageReplies replies)
{
    public const string UndoPath = $"{MyPageEndpoint.Path}/user-unlink";

    public static string PathOf(long subscriptionId) => $"{MyPageEndpoint.Path}/user-link/{subscriptionId.ToString(CultureInfo.InvariantCulture)}";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet($"{MyPageEndpoint.Path}/user-link/{{subscriptionId:long}}", Ask);
        pages.MapPost($"{MyPageEndpoint.Path}/user-link/{{subscriptionId:long}}", Link);
        pages.MapGet(UndoPath, (Delegate)AskUndo);
        pages.MapPost(UndoPath, Undo);
    }

    private Task<IResult> Ask(HttpContext context, long subscriptionId) => subscriptionVisits.In(context, subscriptionId, (visit, subscription) =>
        codes.Current(visit.Tx, subscriptionId) is { IsValid: true }
            ? new RazorComponentResult<OwnUserLinkPage>(new { Subscription = subscription, Present = PresentOf(visit) })
            : TypedResults.Redirect(UserCodeEndpoint.PathOf(subscriptionId)));

    private Task<IResult> Link(HttpContext context, long subscriptionId) => subscriptionVisits.In(context, subscriptionId, (visit, subscription) =>
    {
        // A second tap finds the code spent, and shows what the first one did.
        if (codes.Current(visit.Tx, subscriptionId) is { } code
            && links.LinkUser(visit.Tx, code.Code, visit.Customer.LineUserId, visit.Now) is { } made)
        {
            news.Made(visit.Tx, made, subscription, visit.Customer.LineUserId, CauseOf(visit), visit.Now);
            Tell(visit, subscription, isLinked: true);
        }
        return TypedResults.Redirect($"{MyPageEndpoint.Path}#{UserCodeEndpoint.AnchorOf(subscriptionId)}");
    });

    private Task<IResult> AskUndo(HttpContext context) => visits.In(context, visit =>
        PresentOf(visit) is { } present
            ? new RazorComponentResult<UserUnlinkPage>(new { Subscription = present })
            : TypedResults.Redirect(MyPageEndpoint.Path));

    /// <param name="subscriptionId">The one that was shown: a page left open must not undo a later link.</param>
    private Task<IResult> Undo(HttpContext context, [FromForm] long subscriptionId) => visits.In(context, visit =>
    {
        if (PresentOf(visit) is { } present && present.Id == subscriptionId)
        {
            links.UndoUser(visit.Tx, visit.Customer.LineUserId, visit.Now);
            news.Ended(visit.Tx, present, visit.Customer.LineUserId, CauseOf(visit), visit.Now);
            Tell(visit, present, isLinked: false);
        }
        return TypedResults.Redirect(MyPageEndpoint.Path);
    });

    private static string CauseOf(Visit visit) =>
        string.Create(CultureInfo.InvariantCulture, $"session:{visit.Session.Id}:{visit.Now.ToUnixTimeMilliseconds()}");

    private void Tell(Visit visit, Subscription subscription, bool isLinked)
    {
        var (lineUserId, now) = (visit.Customer.LineUserId, visit.Now);
        var cause = $"own-user-link:{subscription.Id}:{isLinked}:{now.ToUnixTimeMilliseconds()}";
        outbox.SwitchMenu(visit.Tx, lineUserId, cause, now);
        notices.Tell(
            visit.Tx, lineUserId, isLinked ? NoticeKind.LinkMade : NoticeKind.LinkUndone,
            tongue => isLinked ? replies.UserLinked(tongue, subscription) : replies.UserLinkUndone(tongue, subscription), cause, now, isAnswer: true);
    }

    private Subscription? PresentOf(Visit visit) => visit.Customer.SubscriptionId is { } id ? subscriptions.Find(visit.Tx, id) : null;
}
