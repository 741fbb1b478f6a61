using LineBot.Accounts;
using LineBot.Console.Staff;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace LineBot.Console;

/// <summary>
/// The one door to everything behind the console's sign-in: session, operator and role are looked up in the very transaction in which
/// a page reads or changes something.
/// </summary>
internal sealed class Duties(
    Database database, OperatorStore operators, OperatorSessionStore sessions, AuditStore audit, IAntiforgery antiforgery,
    IOptions<ConsoleOptions> options, TimeProvider clock)
{
    /// <summary>Runs <paramref name="work"/> in a write transaction for whoever may use this address.</summary>
    public async Task<IResult> In(HttpContext context, Func<Duty, IResult> work)
    {
        var token = antiforgery.GetAndStoreTokens(context).RequestToken!;
        var (result, renewed) = await database.WriteAsync(
            tx =>
            {
                var duty = DutyIn(tx, context, token, out var refusal);
                if (duty is null)
                    return (refusal!, null);
                var secret = sessions.See(tx, duty.Session, duty.Now);
                return (work(duty), secret is null ? null : new Renewed(secret, duty.Session.Id));
            },
            WritePriority.First);
        if (renewed is not null)
            await ConsoleCookie.SetAsync(context, renewed.Secret, renewed.SessionId);
        return result;
    }

    /// <summary>Notes that somebody looks, and then reads beside the writer: for what takes long to find.</summary>
    public async Task<IResult> Looking(HttpContext context, Action<Duty> note, Func<Transaction, ConsoleView, IResult> read)
    {
        ConsoleView? view = null;
        var result = await In(context, duty =>
        {
            note(duty);
            view = duty.View;
            return Results.Empty;
        });
        return view is null ? result : await database.ReadAsync(tx => read(tx, view), context.RequestAborted);
    }

    /// <summary>Whether the one who opened a stream is still let in; looking on is not doing something, and keeps no session alive.</summary>
    public Task<ConsoleView?> StillIn(HttpContext context) =>
        database.ReadAsync(tx => DutyIn(tx, context, "", out _)?.View, context.RequestAborted);

    private Duty? DutyIn(Transaction tx, HttpContext context, string formToken, out IResult? refusal)
    {
        var rule = context.GetEndpoint()?.Metadata.GetMetadata<ConsoleRule>()
            ?? throw new InvalidOperationException("This address of the console says nowhere who may use it.");
        refusal = null;
        var now = clock.GetUtcNow();
        if (ConsoleCookie.SecretIn(context) is not { } secret || sessions.Find(tx, secret, options.Value, now) is not { } session
            || operators.Find(tx, session.OperatorName) is not { IsDisabled: false } person)
        {
            refusal = new AskToSignIn();
            return null;
        }
        if (!person.May(rule.Role))
        {
            refusal = ConsoleProblem.Page(StatusCodes.Status403Forbidden, PageTongue.Of(context));
            return null;
        }
        var view = new ConsoleView(person, PageTongue.Of(context), formToken, now, context.Request.Path);
        return new Duty(tx, view, session, audit);
    }

    private sealed record Renewed(string Secret, long SessionId);

    private sealed class AskToSignIn : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ConsoleCookie.AskToSignIn(httpContext);
    }
}
