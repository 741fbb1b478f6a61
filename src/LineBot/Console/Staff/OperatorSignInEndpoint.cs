using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace LineBot.Console.Staff;

/// <summary>The way into the console, and out of it.</summary>
internal sealed class OperatorSignInEndpoint(
    Database database, OperatorCheck check, OperatorSessionStore sessions, Duties duties, AuditStore audit, IOptions<ConsoleOptions> options, TimeProvider clock) : IConsoleEndpoint
{
    public void MapOpen(IEndpointRouteBuilder open)
    {
        open.MapGet(ConsoleAddress.SignIn, (HttpContext context, [FromQuery(Name = "return")] string? wanted) =>
            Form(context, "", ConsoleAddress.After(wanted), null, StatusCodes.Status200OK));
        open.MapPost(ConsoleAddress.SignIn, SignInAsync);
    }

    public void Map(IEndpointRouteBuilder pages) => pages.MapPost(ConsoleAddress.SignOut, (Delegate)SignOutAsync).For(OperatorRole.Operator);

    private async Task<IResult> SignInAsync(
        HttpContext context, [FromForm] string? name, [FromForm] string? password, [FromForm(Name = "return")] string? wanted)
    {
        var (tongue, after) = (PageTongue.Of(context), ConsoleAddress.After(wanted));
        if (name is not { Length: > 0 and <= 64 } || password is not { Length: > 0 and <= OperatorPassword.Longest })
            return Form(context, "", after, tongue.Say("オペレーター名とパスワードを入力してください。", "Enter your name and your password."), StatusCodes.Status422UnprocessableEntity);
        var normal = OperatorName.Normalise(name);
        var outcome = await check.CheckAsync(normal, password, context.Connection.RemoteIpAddress, context.RequestAborted);
        if (outcome.TryAgainAt is { } again)
            return Form(context, name, after, TooMany(tongue, again), StatusCodes.Status429TooManyRequests);
        if (!outcome.IsRight)
            return Form(context, name, after, tongue.Say("オペレーター名またはパスワードが正しくありません。", "The name or the password is not right."), StatusCodes.Status422UnprocessableEntity);
        await EnterAsync(context, normal);
        return TypedResults.LocalRedirect(after);
    }

    /// <summary>A new session each time, so that nobody is led into one that somebody else began.</summary>
    private async Task EnterAsync(HttpContext context, string name)
    {
        var former = await ConsoleCookie.FormerSecretAsync(context);
        var (secret, id) = await database.WriteAsync(
            tx =>
            {
                var now = clock.GetUtcNow();
                if (former is not null && sessions.Find(tx, former, options.Value, now) is { } before)
                    sessions.End(tx, before.Id, now);
                audit.Write(tx, now, $"operator:{name}", "console-signed-in");
                var secret = sessions.Start(tx, name, now);
                return (secret, sessions.Find(tx, secret, options.Value, now)!.Id);
            },
            WritePriority.First);
        await ConsoleCookie.SetAsync(context, secret, id);
    }

    private async Task<IResult> SignOutAsync(HttpContext context)
    {
        var result = await duties.In(context, duty =>
        {
            sessions.End(duty.Tx, duty.Session.Id, duty.Now);
            duty.Note("console-signed-out");
            return TypedResults.LocalRedirect(ConsoleAddress.SignIn);
        });
        await ConsoleCookie.ClearAsync(context);
        return result;
    }

    private static RazorComponentResult<OperatorSignInPage> Form(HttpContext context, string name, string after, string? said, int status) =>
        new(new { Tongue = PageTongue.Of(context), Name = name, Return = after, Said = said }) { StatusCode = status };

    private static string TooMany(Tongue tongue, DateTimeOffset again) => tongue.Say(
        $"入力の誤りが続いたため、一時的に受け付けを止めています。{tongue.DayAndTime(again)}以降にもう一度お試しください。",
        $"Too many tries were wrong, so sign-in is paused. Try again from {tongue.DayAndTime(again)}.");
}
