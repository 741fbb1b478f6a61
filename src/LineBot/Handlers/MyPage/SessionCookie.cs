using System.Security.Claims;
using LineBot.Language;
using LineBot.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LineBot.Handlers.MyPage;

/// <summary>The cookie of a My Page session: it carries the session's id and the language, sealed, and nothing else.</summary>
internal static class SessionCookie
{
    public const string Scheme = "my-page";

    private const string Id = "session";

    public static void Configure(CookieAuthenticationOptions options, bool isSecure)
    {
        options.Cookie.Name = isSecure ? "__Host-my-page" : "my-page";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        options.ExpireTimeSpan = SessionStore.Longest;
        options.SlidingExpiration = false;
        // There is no page to sign in on: the way in is the talk, and the page for the status says so.
        options.Events.OnRedirectToLogin = context => Answer(context.HttpContext, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    public static string? IdIn(HttpContext context) => context.User.FindFirst(Id)?.Value;

    /// <summary>The id in the cookie on a page that needs no session.</summary>
    public static async Task<string?> FormerIdAsync(HttpContext context) =>
        (await context.AuthenticateAsync(Scheme)).Principal?.FindFirst(Id)?.Value;

    public static Task SignInAsync(HttpContext context, string sessionId, Tongue tongue)
    {
        // The antiforgery tokens of this session's forms are bound to the name.
        var identity = new ClaimsIdentity(
            [new Claim(Id, sessionId), new Claim(ClaimTypes.NameIdentifier, Accounts.Token.HashOf(sessionId)), new Claim(PageTongue.Claim, tongue.Code)],
            Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Scheme);

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
