using LineBot.Language;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Console.Staff;

/// <summary>An operator's own name, role and password.</summary>
internal sealed class AccountEndpoint(Duties duties, OperatorStore operators, OperatorSessionStore sessions, OperatorCheck check) : IConsoleEndpoint
{
    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(ConsoleAddress.Account, context => duties.In(context, duty => Page(duty, null)), OperatorRole.Operator);
        pages.MapPost(ConsoleAddress.Account, ChangeAsync).For(OperatorRole.Operator);
    }

    private async Task<IResult> ChangeAsync(
        HttpContext context, [FromForm] string? present, [FromForm] string? wanted, [FromForm] string? again)
    {
        var tongue = PageTongue.Of(context);
        if (Fault(tongue, present, wanted, again) is { } fault)
            return await duties.In(context, duty => Page(duty, fault));
        string? name = null;
        var signedIn = await duties.In(context, duty =>
        {
            name = duty.Operator.Name;
            return Results.Empty;
        });
        if (name is null)
            return signedIn;
        var outcome = await check.CheckAsync(name, present!, context.Connection.RemoteIpAddress, context.RequestAborted);
        if (!outcome.IsRight)
            return await duties.In(context, duty => Page(duty, Wrong(tongue, outcome.TryAgainAt)));
        var hash = await check.HashAsync(wanted!, context.RequestAborted);
        return await duties.In(context, duty =>
        {
            operators.SetPassword(duty.Tx, duty.Operator.Name, hash, isGiven: false);
            sessions.EndAll(duty.Tx, duty.Operator.Name, duty.Now, except: duty.Session.Id);
            duty.Note("operator-password-changed", duty.Operator.Name);
            var now = duty with { View = duty.View with { Operator = duty.Operator with { HasGivenPassword = false } } };
            return Page(now, tongue.Say("パスワードを変更しました。", "Your password is changed."), isDone: true);
        });
    }

    private static string? Fault(Tongue tongue, string? present, string? wanted, string? again)
    {
        if (present is not { Length: > 0 and <= OperatorPassword.Longest } || wanted is null || again is null)
            return tongue.Say("すべての欄を入力してください。", "Fill in all fields.");
        if (!OperatorPassword.IsLongEnough(wanted))
            return tongue.Say($"新しいパスワードは{OperatorPassword.Shortest}文字以上にしてください。", $"The new password needs {OperatorPassword.Shortest} characters or more.");
        return wanted == again ? null : tongue.Say("新しいパスワードが2つの欄で異なります。", "The two new passwords differ.");
    }

    private static string Wrong(Tongue tongue, DateTimeOffset? tryAgainAt) => tryAgainAt is { } again
        ? tongue.Say($"入力の誤りが続きました。{tongue.DayAndTime(again)}以降にお試しください。", $"Too many tries were wrong. Try again from {tongue.DayAndTime(again)}.")
        : tongue.Say("いまのパスワードが正しくありません。", "The present password is not right.");

    private static RazorComponentResult<AccountPage> Page(Duty duty, string? said, bool isDone = false) =>
        new(new { duty.View, Said = said, IsDone = isDone }) { StatusCode = said is null || isDone ? 200 : 422 };
}
