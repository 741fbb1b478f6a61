using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace LineBot.Web;

/// <summary>Where rooms map their pages, so that what holds for all pages is said once.</summary>
public static class PageGroup
{
    private const long LargestForm = 1024 * 1024;

    /// <summary>A group whose forms need an antiforgery token (<c>&lt;AntiforgeryToken /&gt;</c>) and are of at most 1 MiB.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder app) =>
        app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(LargestForm));
}
