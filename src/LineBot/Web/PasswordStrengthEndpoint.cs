using LineBot.Accounts;
using LineBot.Language;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Web;

/// <summary>
/// Says how strong a new password is while it is typed, by the rule by which it will be taken: a page cannot say one thing and the
/// server another. Keeps nothing.
/// </summary>
internal static class PasswordStrengthEndpoint
{
    public const string Path = "/password-strength";

    public static void Map(IEndpointRouteBuilder app) => app.MapPages().MapPost(Path, Answer);

    private static IResult Answer(HttpContext context, [FromForm] string? password, [FromForm] string? loginId)
    {
        var tongue = PageTongue.Of(context);
        var fault = PasswordRule.Check(password, loginId ?? "");
        var level = fault is null ? PasswordRule.StrengthOf(password!, loginId ?? "") : 1;
        return Results.Json(new { level, words = fault is { } wrong ? PasswordWords.Of(wrong, tongue) : Words(level, tongue) });
    }

    private static string Words(int level, Tongue tongue) => level switch
    {
        >= PasswordRule.StrengthLevels => tongue.Say("強さ：強い", "Strength: strong"),
        _ => tongue.Say("強さ：ふつう。長くすると、より安全です。", "Strength: fair. Longer is safer."),
    };
}
