using System.Text.Encodings.Web;
using System.Text.Unicode;
using LineBot.Language;
using LineBot.Simulator.Phones.Bench;
using LineBot.Simulator.Phones.Live;
using LineBot.Simulator.Phones.Pages;
using LineBot.Simulator.Phones.Screens;
using LineBot.Simulator.Platform;
using LineBot.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LineBot.Simulator.Phones;

/// <summary>The page with the phones.</summary>
internal static class PhonesSetup
{
    internal static IServiceCollection AddPhones(this IServiceCollection services, Simulation simulation)
    {
        services.AddRazorComponents();
        // Japanese stays as it is: escaped it would be eight times as long, in the page and in every patch.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        services.AddSingleton(simulation);
        services.AddSingleton(simulation.Platform);
        services.AddSingleton<BenchNote>();
        services.AddSingleton<LineHand>();
        services.AddSingleton<ScenarioPlayer>();
        services.AddSingleton<BenchHand>();
        services.AddSingleton<BenchDrawing>();
        services.AddSingleton<PhoneBench>();
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
        routes.MapGet("/", (Simulation simulation, LinePlatform platform, ScenarioPlayer player, string? lang) => new RazorComponentResult<BenchPage>(
            new { Tongue = Tongue.Of(lang), Now = JapanTime.In(platform.Clock.GetUtcNow()), player.Pace, simulation.Elsewhere }));
        routes.MapGet("/gallery", (string? lang) => new RazorComponentResult<GalleryPage>(new { Tongue = Tongue.Of(lang), Samples = GallerySample.ReadAll() }));
    }
}
