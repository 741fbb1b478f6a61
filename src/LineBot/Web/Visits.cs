using LineBot.Accounts;
using LineBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Web;

/// <summary>
/// The one door to everything behind the sign-in: session and links are looked up in the very transaction in which
/// a page reads or changes something, so nobody is a moment too late to be kept out.
/// </summary>
public sealed class Visits(Database database, SessionStore sessions, AccountStore accounts, ContractStore contracts, TimeProvider clock)
{
    /// <summary>A page of a contract: whoever came without one is turned away.</summary>
    public Task<IResult> In(HttpContext context, Func<Visit, IResult> page) => OfUser(context, visit =>
        visit.Session.ContractId is not { } id || !visit.Customer.ContractIds.Contains(id) || contracts.Find(visit.Tx, id) is not { } contract
            ? Refused(context, StatusCodes.Status403Forbidden)
            : page(new Visit(visit.Tx, visit.Session, visit.Customer, contract, visit.Now)));

    /// <summary>A page that needs no contract.</summary>
    public async Task<IResult> OfUser(HttpContext context, Func<UserVisit, IResult> page)
    {
        if (SessionCookie.TokenIn(context) is not { } token)
            return Refused(context, StatusCodes.Status401Unauthorized);
        return await database.WriteAsync(
            tx =>
            {
                var now = clock.GetUtcNow();
                return sessions.See(tx, token, now) is { } session
                    ? page(new UserVisit(tx, session, accounts.CustomerOf(tx, session.LineUserId), now))
                    : sessions.HasLostItsLink(tx, token, now) ? SignInProblems.Unlinked(PageTongue.Of(context)).ToPage()
                    : Refused(context, StatusCodes.Status401Unauthorized);
            },
            WritePriority.First);
    }

    /// <summary>Who is signed in on a page that needs no sign-in; null when nobody is.</summary>
    public async Task<string?> AccountOf(HttpContext context) =>
        await SessionCookie.FormerTokenAsync(context) is { } token
            ? (await database.ReadAsync(tx => sessions.Find(tx, token, clock.GetUtcNow()), context.RequestAborted))?.LineUserId
            : null;

    private static RazorComponentResult<ProblemPage> Refused(HttpContext context, int status) =>
        Problem.Of(status, PageTongue.Of(context)).ToPage();
}
