using LineBot.Accounts;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Handlers.MyPage;

/// <summary>パスワードの変更: needs the present password, ends every other sign-in of the contract and is told to the LINE account.</summary>
internal sealed class PasswordEndpoint(
    Visits visits, PasswordCheck passwords, ContractStore contracts, SessionStore sessions, AuditStore audit, NoticeWriter notices, MyPageReplies replies)
{
    public const string Path = $"{MyPageEndpoint.Path}/password";
    public const string ChangedPath = $"{Path}/changed";

    private const int LongestField = 256;

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Delegate)Ask);
        pages.MapPost(Path, Change);
        pages.MapGet(ChangedPath, (Delegate)Changed);
    }

    private Task<IResult> Ask(HttpContext context) => visits.In(context, visit => Form(visit, null, null, StatusCodes.Status200OK));

    /// <summary>Checking and hashing are slow on purpose and stand outside the visits: what was seen before is looked up again after them.</summary>
    private async Task<IResult> Change(HttpContext context, [FromForm] string? current, [FromForm] string? chosen)
    {
        Visit? seen = null;
        var refused = await visits.In(context, visit => Form(seen = visit, null, Weakness(visit, chosen), StatusCodes.Status422UnprocessableEntity));
        if (seen is null || Weakness(seen, chosen) is not null)
            return refused;
        if (current is not { Length: > 0 and <= LongestField })
            return Wrong(seen);
        var verdict = await passwords.CheckAsync(
            seen.Contract.LoginId, current, seen.Customer.LineUserId, context.Connection.RemoteIpAddress, context.RequestAborted);
        if (verdict.TryAgainAt is { } at)
            return Form(seen, TooMany(seen.Customer.Tongue, at), null, StatusCodes.Status429TooManyRequests);
        if (verdict.ContractId != seen.Contract.Id)
            return Wrong(seen);
        var hash = Passwords.Hash(chosen!);
        return await visits.In(context, visit => visit.Contract.Id == seen.Contract.Id ? Store(visit, hash) : TypedResults.Redirect(MyPageEndpoint.Path));
    }

    private Task<IResult> Changed(HttpContext context) => visits.In(context, _ => new RazorComponentResult<PasswordChangedPage>());

    private RedirectHttpResult Store(Visit visit, string hash)
    {
        contracts.SetPassword(visit.Tx, visit.Contract.Id, hash);
        sessions.EndAll(visit.Tx, visit.Customer.LineUserId, visit.Now, except: visit.Session.Id);
        audit.Write(visit.Tx, visit.Now, visit.Customer.LineUserId, "password-changed", visit.Contract.Id);
        notices.Tell(
            visit.Tx, visit.Customer.LineUserId, NoticeKind.PasswordChanged, tongue => replies.PasswordChanged(tongue, visit.Contract),
            $"password-changed:{visit.Contract.Id}:{visit.Now.ToUnixTimeMilliseconds()}", visit.Now);
        return TypedResults.Redirect(ChangedPath);
    }

    private static string? Weakness(Visit visit, string? chosen) =>
        PasswordRule.Check(chosen, visit.Contract.LoginId) is { } fault ? PasswordWords.Of(fault, visit.Customer.Tongue) : null;

    private static RazorComponentResult<PasswordPage> Wrong(Visit visit) => Form(
        visit, visit.Customer.Tongue.Say("いまのパスワードが正しくありません。", "This is not the present password."), null, StatusCodes.Status422UnprocessableEntity);

    private static string TooMany(Tongue tongue, DateTimeOffset at) => tongue.Say(
        $"入力の誤りが続いたため、一時的に受け付けを止めています。{tongue.DayAndTime(at)}以降にもう一度お試しください。",
        $"Too many tries were wrong. Try again from {tongue.DayAndTime(at)}.");

    private static RazorComponentResult<PasswordPage> Form(Visit visit, string? currentFault, string? chosenFault, int status) =>
        new(new { visit.Contract.LoginId, CurrentFault = currentFault, ChosenFault = chosenFault }) { StatusCode = status };
}
