using LineBot.Accounts;
using LineBot.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Console.Staff;

/// <summary>Who works at the console, for administrators.</summary>
internal sealed class OperatorsEndpoint(Duties duties, OperatorStore operators, Roster roster, OperatorCheck check) : IConsoleEndpoint
{
    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage(ConsoleAddress.Operators, context => duties.In(context, duty => Page(duty)), OperatorRole.Admin);
        pages.MapPost($"{ConsoleAddress.Operators}/add", AddAsync).For(OperatorRole.Admin);
        pages.MapPost($"{ConsoleAddress.Operators}/reset", ResetAsync).For(OperatorRole.Admin);
        pages.MapPost($"{ConsoleAddress.Operators}/role", (HttpContext context, [FromForm] string? name, [FromForm] OperatorRole role) =>
            ChangeAsync(context, (duty, actor) => roster.SetRole(duty.Tx, actor, name ?? "", role, duty.Now))).For(OperatorRole.Admin);
        pages.MapPost($"{ConsoleAddress.Operators}/disable", (HttpContext context, [FromForm] string? name) =>
            ChangeAsync(context, (duty, actor) => roster.SetDisabled(duty.Tx, actor, name ?? "", isDisabled: true, duty.Now))).For(OperatorRole.Admin);
        pages.MapPost($"{ConsoleAddress.Operators}/enable", (HttpContext context, [FromForm] string? name) =>
            ChangeAsync(context, (duty, actor) => roster.SetDisabled(duty.Tx, actor, name ?? "", isDisabled: false, duty.Now))).For(OperatorRole.Admin);
    }

    private Task<IResult> AddAsync(
        HttpContext context, [FromForm] string? name, [FromForm] string? displayName, [FromForm] OperatorRole role)
    {
        var normal = OperatorName.Normalise(name ?? "");
        return WithNewPasswordAsync(context, normal, (duty, actor, hash) =>
            roster.Add(duty.Tx, actor, normal, displayName ?? "", role, hash, duty.Now));
    }

    private Task<IResult> ResetAsync(HttpContext context, [FromForm] string? name) =>
        WithNewPasswordAsync(context, name ?? "", (duty, actor, hash) => roster.Reset(duty.Tx, actor, name ?? "", hash, duty.Now));

    private Task<IResult> ChangeAsync(HttpContext context, Func<Duty, string, RosterResult> change) => duties.In(context, duty =>
        change(duty, $"operator:{duty.Operator.Name}") is var result && result == RosterResult.Done
            ? TypedResults.LocalRedirect(ConsoleAddress.Operators)
            : Page(duty, Refusal(duty.Tongue, result)));

    /// <summary>The password is shown in the answer to the form and kept nowhere.</summary>
    private async Task<IResult> WithNewPasswordAsync(HttpContext context, string name, Func<Duty, string, string, RosterResult> change)
    {
        // Whoever may not do this must not make the service hash either.
        if (await duties.In(context, _ => Results.Empty) is not EmptyHttpResult and var refusal)
            return refusal;
        var password = Passwords.New();
        var hash = await check.HashAsync(password, context.RequestAborted);
        return await duties.In(context, duty => change(duty, $"operator:{duty.Operator.Name}", hash) is var result && result == RosterResult.Done
            ? Page(duty, null, password, name)
            : Page(duty, Refusal(duty.Tongue, result)));
    }

    private RazorComponentResult<OperatorsPage> Page(Duty duty, string? refusal = null, string? password = null, string? passwordOf = null) => new(new
    {
        duty.View,
        Operators = operators.List(duty.Tx),
        Said = refusal,
        IsRefusal = refusal is not null,
        NewPassword = password,
        NewPasswordOf = passwordOf,
    })
    { StatusCode = refusal is null ? 200 : 422 };

    private static string Refusal(Tongue tongue, RosterResult result) => result switch
    {
        RosterResult.NotAName => tongue.Say(
            $"名前は半角英数字と「.」「-」「_」の2〜32文字、表示名は1〜{Roster.LongestDisplayName}文字にしてください。",
            $"A name has 2 to 32 letters, digits, dots, hyphens or underscores; a shown name 1 to {Roster.LongestDisplayName} characters."),
        RosterResult.NameTaken => tongue.Say("その名前は使われています。停止した人の名前も使えません。", "That name is taken; nor can a former operator's be used."),
        RosterResult.LastAdmin => tongue.Say("有効な管理者がいなくなるため、変更できません。", "No administrator would be left."),
        _ => tongue.Say("その名前の担当者はいません。", "There is nobody of that name."),
    };
}
