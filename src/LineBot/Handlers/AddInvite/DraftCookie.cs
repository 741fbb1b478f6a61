using LineBot.Web;

namespace LineBot.Handlers.AddInvite;

/// <summary>By what a browser that came without a LINE account finds its draft again.</summary>
internal sealed class DraftCookie(PublicAddress address)
{
    private string Name => address.IsSecure ? "__Host-application" : "application";

    public string? TokenIn(HttpContext context) => context.Request.Cookies[Name] is { Length: > 0 } token ? token : null;

    public void Set(HttpContext context, string token, TimeSpan lifetime) => context.Response.Cookies.Append(
        Name, token,
        new CookieOptions { HttpOnly = true, Secure = address.IsSecure, SameSite = SameSiteMode.Lax, MaxAge = lifetime, Path = "/", IsEssential = true });
}
