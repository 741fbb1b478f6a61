using LineBot.Language;
using LineBot.Simulator.Phones.Live;
using LineBot.Simulator.Phones.Pages;
using LineBot.Simulator.Phones.Screens;
using LineBot.Simulator.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Simulator.Phones;

/// <summary>The page with the phones.</summary>
public static class PhonesSetup
{
    /// <param name="lineAddress">Where the platform's own pages are, such as the account-link dialog.</param>
    public static IServiceCollection AddPhones(this IServiceCollection services, LinePlatform platform, Uri lineAddress)
    {
        services.AddRazorComponents();
        services.AddSingleton(platform);
        services.AddSingleton(_ => new PhoneBench(platform, lineAddress));
        services.AddSingleton<FragmentRenderer>();
        services.AddSingleton<TalkRows>();
        services.AddSingleton<PageDrawing>();
        services.AddSingleton<PhoneHand>();
        services.AddSingleton<LiveEndpoint>();
        return services;
    }

    public static void MapPhones(this IEndpointRouteBuilder routes)
    {
        AssetEndpoint.Map(routes);
        LiveEndpoint.Map(routes);
        PictureEndpoint.Map(routes);
        routes.MapGet("/", (string? lang) => new RazorComponentResult<BenchPage>(new { Tongue = Tongue.Of(lang) }));
        routes.MapGet("/gallery", (string? lang) => new RazorComponentResult<GalleryPage>(new { Tongue = Tongue.Of(lang), Samples = GallerySample.ReadAll() }));
    }
}
