using System.Globalization;
using System.Security.Claims;
using LineBot.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LineBot.Console;

/// <summary>The cookie of a console session: it carries the session's secret, sealed, and nothing else.</summary>
internal static class ConsoleCookie
{
    public const string Scheme = "console";

    private const string Secret = "secret";

    public static void Configure(CookieAuthenticationOptions options, bool isSecure)
    {
        options.Cookie.Name = isSecure ? "__Secure-console" : "console";
        options.Cookie.Path = ConsoleAddress.Root;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        // The store knows when a session ends; the cookie goes with the browser's window.
        options.ExpireTimeSpan = TimeSpan.FromDays(7);
        options.SlidingExpiration = false;
        options.Events.OnRedirectToLogin = context => AskToSignIn(context.HttpContext);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    public static string? SecretIn(HttpContext context) => context.User.FindFirst(Secret)?.Value;

    /// <summary>The secret in the cookie on a page that needs no session.</summary>
    public static async Task<string?> FormerSecretAsync(HttpContext context) =>
        (await context.AuthenticateAsync(Scheme)).Principal?.FindFirst(Secret)?.Value;

    public static Task SetAsync(HttpContext context, string secret, long sessionId)
    {
        // The antiforgery tokens of this session's forms are bound to the name, which stays when the secret changes.
        var name = Token.HashOf(string.Create(CultureInfo.InvariantCulture, $"console {sessionId}"));
        var identity = new ClaimsIdentity([new Claim(Secret, secret), new Claim(ClaimTypes.NameIdentifier, name)], Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    public static Task ClearAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>A page leads to the sign-in and back; a form, or a script, is told.</summary>
    public static Task AskToSignIn(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments(ConsoleAddress.Live))
            context.Response.Redirect(ConsoleAddress.SignInFor(request.Path + request.QueryString));
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
