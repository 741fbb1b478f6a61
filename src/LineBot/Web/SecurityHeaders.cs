using Microsoft.Net.Http.Headers;

namespace LineBot.Web;

/// <summary>
/// What every page tells the browser: no script but our own, nothing inline, no frame around it, no address passed on, nothing kept, not indexed.
/// A page that needs it otherwise sets the header itself.
/// </summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app, string accountLinkHost)
    {
        // The sign-in form ends in a redirect to LINE, which browsers check against form-action too.
        var policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + $"form-action 'self' {accountLinkHost}; base-uri 'none'; frame-ancestors 'none'";
        app.Use((context, next) =>
        {
            // At the last moment: whoever handles a failure clears the headers first.
            context.Response.OnStarting(() =>
            {
                Set(context, policy);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, policy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("X-Robots-Tag", "noindex, nofollow");
        headers.Remove("blazor-enhanced-nav");
        if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
    }
}
