namespace LineBot.Web;

/// <summary>Where rooms map the pages that need a sign-in. Whoever has none is told the way in.</summary>
public static class SignedInPages
{
    /// <summary>As <see cref="PageGroup.MapPages"/>, behind the session cookie. Each page still goes through <see cref="Visits"/>.</summary>
    public static RouteGroupBuilder MapSignedInPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapPages();
        pages.RequireAuthorization(policy => policy.AddAuthenticationSchemes(SessionCookie.Scheme).RequireAuthenticatedUser());
        return pages;
    }
}
