using LineBot.Language;
using LineBot.Simulator.Phones.Live;
using LineBot.Simulator.Phones.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Simulator.Phones;

/// <summary>The page with the phones.</summary>
public static class PhonesSetup
{
    public static IServiceCollection AddPhones(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<FragmentRenderer>();
        return services;
    }

    public static void MapPhones(this IEndpointRouteBuilder routes)
    {
        AssetEndpoint.Map(routes);
        routes.MapGet("/gallery", (string? lang) => new RazorComponentResult<GalleryPage>(new { Tongue = Tongue.Of(lang), Samples = GallerySample.ReadAll() }));
    }
}
