using LineBot.Accounts;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Handlers.MyPage;

/// <summary>Where the talk's button leads. Opening it spends nothing, so a preview does no harm; pressing the page's button does.</summary>
internal sealed class SignInEndpoint(
    Database database, SignInLinkStore signIns, SessionStore sessions, AccountStore accounts, AuditStore audit, TimeProvider clock)
{
    public const string Path = "/my-page/sign-in";

    /// <summary>The parameter that names the subscription for which data is to be bought: its page comes first then.</summary>
    public const string TopUp = "top-up";

    private const int LongestTicket = 100;

    public void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapPages();
        pages.MapGet(Path, Open);
        pages.MapPost(Path, Enter);
    }

    private async Task<IResult> Open(HttpContext context, string? ticket, [FromQuery(Name = TopUp)] long? topUp)
    {
        if (ticket is not { Length: > 0 and <= LongestTicket })
            return Refused(context, SignInLinkState.Late);
        var link = await database.ReadAsync(tx => signIns.Look(tx, ticket, clock.GetUtcNow()), context.RequestAborted);
        return link.State == SignInLinkState.Good
            ? new RazorComponentResult<EnterPage>(new { Ticket = ticket, TopUp = topUp })
            : Refused(context, link.State);
    }

    private async Task<IResult> Enter(HttpContext context, [FromForm] string? ticket, [FromForm(Name = TopUp)] long? topUp)
    {
        if (ticket is not { Length: > 0 and <= LongestTicket })
            return Refused(context, SignInLinkState.Late);
        var former = await SessionCookie.FormerIdAsync(context);
        var (link, session, tongue) = await database.WriteAsync(
            tx =>
            {
                var now = clock.GetUtcNow();
                var link = signIns.Spend(tx, ticket, now);
                if (link.State != SignInLinkState.Good)
                    return (link, "", PageTongue.Of(context));
                if (former is not null)
                    sessions.End(tx, former, now);
                audit.Write(tx, now, link.LineUserId, "signed-in", link.ContractId);
                return (link, sessions.Start(tx, link.LineUserId, link.ContractId, now), accounts.CustomerOf(tx, link.LineUserId).Tongue);
            },
            WritePriority.First);
        if (link.State != SignInLinkState.Good)
            return Refused(context, link.State);
        await SessionCookie.SignInAsync(context, session, tongue);
        return TypedResults.Redirect(topUp is { } subscription ? TopUpEndpoint.PathOf(subscription) : MyPageEndpoint.Path);
    }

    private static RazorComponentResult<ProblemPage> Refused(HttpContext context, SignInLinkState state) =>
        MyPageProblems.Of(state, PageTongue.Of(context)).ToPage();
}
