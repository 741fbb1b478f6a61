using LineBot.Accounts;
using LineBot.Console.Customers;
using LineBot.Console.Live;
using LineBot.Console.Staff;
using LineBot.Console.Talks;
using LineBot.Language;
using LineBot.Storage;
using LineBot.Web;
using Microsoft.Net.Http.Headers;

namespace LineBot.Console;

/// <summary>The operators' console.</summary>
internal sealed class ConsoleSetup : IRoomSetup
{
    /// <summary>As on customers' pages, except that the console's one script may run, talk to where it came from, and play what customers sent.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConsoleOptions>()
            .Bind(configuration.GetSection(ConsoleOptions.Section))
            .Validate(o => o.IdleSession > TimeSpan.Zero, Tongue.OfProcess.Say(
                "Console:IdleSession は 0 より長くしてください。", "Console:IdleSession must be longer than zero."))
            .Validate(o => o.LongestSession >= o.IdleSession, Tongue.OfProcess.Say(
                "Console:LongestSession は Console:IdleSession 以上にしてください。",
                "Console:LongestSession must not be shorter than Console:IdleSession."))
            .ValidateOnStart();
        var isSecure = new PublicAddress(configuration).IsSecure;
        services.AddAuthentication().AddCookie(ConsoleCookie.Scheme, options => ConsoleCookie.Configure(options, isSecure));
        services.AddSingleton(new ProblemArea(ConsoleAddress.Root, ConsoleProblem.Page));
        foreach (var type in Parts)
        {
            services.AddSingleton(type);
            if (type.IsAssignableTo(typeof(IConsoleEndpoint)))
                services.AddSingleton(parts => (IConsoleEndpoint)parts.GetRequiredService(type));
        }
        services.AddSingleton<FragmentRenderer>();
        services.AddSingleton<DeskWatch>();
        services.AddHostedService(parts => parts.GetRequiredService<DeskWatch>());
        services.AddHostedService(parts => new FirstOperator(
            parts.GetRequiredService<Database>(), parts.GetRequiredService<OperatorStore>(), parts.GetRequiredService<PublicAddress>(),
            parts.GetRequiredService<AuditStore>(), parts.GetRequiredService<TimeProvider>(), parts.GetService<TextWriter>() ?? System.Console.Out));
    }

    public void Map(WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(ConsoleAddress.Root), console => console.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[HeaderNames.ContentSecurityPolicy] = Policy;
                return Task.CompletedTask;
            });
            return next(context);
        }));
        var open = app.MapPages();
        var signedIn = app.MapPages().RequireAuthorization(policy => policy
            .AddAuthenticationSchemes(ConsoleCookie.Scheme)
            .RequireAuthenticatedUser());
        app.Services.GetRequiredService<OperatorSignInEndpoint>().MapOpen(open);
        foreach (var endpoint in app.Services.GetServices<IConsoleEndpoint>())
            endpoint.Map(signedIn);
    }

    private static IEnumerable<Type> Parts => [typeof(Duties), typeof(Roster), typeof(OperatorCheck), typeof(TalkReader), typeof(CustomerCards), typeof(PageParts), .. typeof(ConsoleSetup).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith("LineBot.Console", StringComparison.Ordinal) == true)
        .Where(type => type.Name.EndsWith("Store", StringComparison.Ordinal) || type.Name.EndsWith("Endpoint", StringComparison.Ordinal))];
}
