using LineBot.Console.Staff;

namespace LineBot.Console;

/// <summary>Who may use an address of the console. One without a rule is nobody's.</summary>
internal sealed record ConsoleRule(OperatorRole Role);

internal static class ConsoleRules
{
    /// <summary>A page that asks for nothing but itself. (The framework would take its function for one that writes the answer itself.)</summary>
    public static void MapPage(this IEndpointRouteBuilder pages, string path, Func<HttpContext, Task<IResult>> show, OperatorRole role) =>
        pages.MapGet(path, (Delegate)show).For(role);

    public static void For(this IEndpointConventionBuilder endpoint, OperatorRole role) => endpoint.WithMetadata(new ConsoleRule(role));
}
