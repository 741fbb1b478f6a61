using LineBot.Accounts;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>The recent sign-ins of the LINE account, and これは私ではない.</summary>
internal sealed class SignInsEndpoint(Visits visits, SessionStore sessions, SignInLinkStore signIns, AuditStore audit)
{
    public const string Path = $"{MyPageEndpoint.Path}/sign-ins";
    public const string NotMePath = $"{Path}/not-me";

    private const int Most = 20;

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Delegate)Show);
        pages.MapPost(NotMePath, (Delegate)NotMe);
    }

    private Task<IResult> Show(HttpContext context) => visits.In(context, visit => new RazorComponentResult<SignInsPage>(new
    {
        SignIns = sessions.RecentOf(visit.Tx, visit.Customer.LineUserId, Most), OwnId = visit.Session.Id, visit.Now,
    }));

    /// <summary>
    /// Ends every other sign-in and the buttons not used yet. Undoing the link is offered after that, by the page that names what is lost.
    /// </summary>
    private Task<IResult> NotMe(HttpContext context) => visits.In(context, visit =>
    {
        var lineUserId = visit.Customer.LineUserId;
        var ended = sessions.EndAll(visit.Tx, lineUserId, visit.Now, except: visit.Session.Id);
        signIns.Void(visit.Tx, lineUserId, visit.Now);
        audit.Write(visit.Tx, visit.Now, lineUserId, "sign-ins-disowned", visit.Contract.Id, detail: $"{ended} ended");
        return new RazorComponentResult<NotMePage>(new { visit.Contract });
    });
}
