using LineBot.Accounts;
using LineBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Web;

/// <summary>Where the talk's buttons lead. Opening it spends nothing, so a preview does no harm; pressing the page's button does.</summary>
internal sealed class SignInEndpoint(
    Database database, SignInLinkStore links, SessionStore sessions, AccountStore accounts, AuditStore audit, TimeProvider clock)
{
    public const string Ticket = "ticket";

    private const int LongestTicket = 100;

    /// <summary>The door stands beside the page that it leads to. What opens behind it, the ticket says alone.</summary>
    public static string PathTo(Destination to) => to.NeedsContract ? $"{Destination.MyPage.Path}/sign-in" : $"{to.Path}/sign-in";

    public void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapPages();
        foreach (var path in (string[])[PathTo(Destination.MyPage), PathTo(Destination.Data)])
        {
            pages.MapGet(path, Open);
            pages.MapPost(path, Enter);
        }
    }

    private async Task<IResult> Open(HttpContext context, string? ticket)
    {
        if (ticket is not { Length: > 0 and <= LongestTicket })
            return Refused(context, SignInLinkState.Late);
        var token = await SessionCookie.FormerTokenAsync(context);
        var (link, session) = await database.ReadAsync(
            tx =>
            {
                var now = clock.GetUtcNow();
                return (links.Look(tx, ticket, now), token is null ? null : sessions.Find(tx, token, now));
            },
            context.RequestAborted);
        if (link.State != SignInLinkState.Good)
            return Refused(context, link.State);
        return session is not null && link.IsReachedBy(session)
            ? TypedResults.Redirect(link.Path)
            : new RazorComponentResult<EnterPage>(new { Address = context.Request.Path.Value, Ticket = ticket, To = link.Destination });
    }

    private async Task<IResult> Enter(HttpContext context, [FromForm] string? ticket)
    {
        if (ticket is not { Length: > 0 and <= LongestTicket })
            return Refused(context, SignInLinkState.Late);
        var former = await SessionCookie.FormerTokenAsync(context);
        var device = Device.Of(context);
        var (link, session, tongue) = await database.WriteAsync(
            tx =>
            {
                var now = clock.GetUtcNow();
                var link = links.Spend(tx, ticket, now);
                if (link.State != SignInLinkState.Good)
                    return (link, "", PageTongue.Of(context));
                if (former is not null)
                    sessions.End(tx, former, now);
                audit.Write(tx, now, link.LineUserId, "signed-in", link.ContractId);
                var started = sessions.Start(tx, link.LineUserId, link.ContractId, device, now);
                return (link, started, accounts.CustomerOf(tx, link.LineUserId).Tongue);
            },
            WritePriority.First);
        if (link.State != SignInLinkState.Good)
            return Refused(context, link.State);
        await SessionCookie.SignInAsync(context, session, tongue);
        return TypedResults.Redirect(link.Path);
    }

    private static RazorComponentResult<ProblemPage> Refused(HttpContext context, SignInLinkState state) =>
        SignInProblems.Of(state, context.Request.Path.Value, PageTongue.Of(context)).ToPage();
}
