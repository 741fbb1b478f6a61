using System.Security.Claims;
using LineBot.Language;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LineBot.Web;

/// <summary>The cookie of a session: it carries the session's token and the language, sealed, and nothing else.</summary>
public static class SessionCookie
{
    internal const string Scheme = "session";

    private const string TokenClaim = "session";

    internal static void Configure(CookieAuthenticationOptions options, bool isSecure)
    {
        options.Cookie.Name = isSecure ? "__Host-session" : "session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        options.ExpireTimeSpan = Accounts.SessionStore.Longest;
        options.SlidingExpiration = false;
        // There is no page to sign in on: the way in is the talk, and the page for the status says so.
        options.Events.OnRedirectToLogin = context => Answer(context.HttpContext, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    /// <summary>The session's token on a page behind the sign-in; null without one.</summary>
    public static string? TokenIn(HttpContext context) => context.User.FindFirst(TokenClaim)?.Value;

    /// <summary>Forgets the cookie. The session itself is ended in its store.</summary>
    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>The token in the cookie on a page that needs no session.</summary>
    internal static async Task<string?> FormerTokenAsync(HttpContext context) =>
        (await context.AuthenticateAsync(Scheme)).Principal?.FindFirst(TokenClaim)?.Value;

    internal static Task SignInAsync(HttpContext context, string token, Tongue tongue)
    {
        // The antiforgery tokens of this session's forms are bound to the name.
        var identity = new ClaimsIdentity(
            [new Claim(TokenClaim, token), new Claim(ClaimTypes.NameIdentifier, Accounts.Token.HashOf(token)), new Claim(PageTongue.Claim, tongue.Code)],
            Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
