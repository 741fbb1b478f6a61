using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Handlers.MyPage;

/// <summary>
/// The one door to everything behind the sign-in: session and contractor link are looked up in the very transaction in which
/// a page reads or changes something, so nobody is a moment too late to be kept out.
/// </summary>
internal sealed class Visits(Database database, SessionStore sessions, AccountStore accounts, ContractStore contracts, TimeProvider clock)
{
    public async Task<IResult> In(HttpContext context, Func<Visit, IResult> page)
    {
        if (SessionCookie.IdIn(context) is not { } id)
            return SignedOut(context);
        return await database.WriteAsync(
            tx =>
            {
                var now = clock.GetUtcNow();
                return sessions.See(tx, id, now) is { } session && contracts.Find(tx, session.ContractId) is { EndedAt: null } contract
                    ? page(new Visit(tx, accounts.CustomerOf(tx, session.LineUserId), contract, now))
                    : SignedOut(context);
            },
            WritePriority.First);
    }

    private static RazorComponentResult<ProblemPage> SignedOut(HttpContext context) =>
        Problem.Of(StatusCodes.Status401Unauthorized, PageTongue.Of(context)).ToPage();
}

/// <summary>A signed-in customer in the middle of a request.</summary>
internal sealed record Visit(Transaction Tx, Customer Customer, Contract Contract, DateTimeOffset Now)
{
    public DateOnly Today => JapanTime.DayOf(Now);
}
