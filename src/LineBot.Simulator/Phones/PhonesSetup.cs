using LineBot.Language;
using LineBot.Simulator.Bot;
using LineBot.Simulator.Clock;
using LineBot.Simulator.Phones.Bench;
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
    /// <param name="bot">The service beside the platform; null where another's is tried.</param>
    /// <param name="reset">Begins anew: empty talks, a fresh store.</param>
    public static IServiceCollection AddPhones(
        this IServiceCollection services, LinePlatform platform, TurnableClock clock, Uri lineAddress, BotProcess? bot = null, Func<Task>? reset = null)
    {
        services.AddRazorComponents();
        services.AddSingleton(platform);
        services.AddSingleton<BenchNote>();
        services.AddSingleton(own => new BenchHand(clock, bot, own.GetRequiredService<BenchNote>(), reset, own.GetRequiredService<ILogger<BenchHand>>()));
        services.AddSingleton(own => new BenchDrawing(platform, own.GetRequiredService<BenchNote>(), own.GetRequiredService<FragmentRenderer>(), bot));
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
