namespace LineBot.Console;

/// <summary>Addresses behind the console's sign-in. They are found, not listed; each says by <see cref="ConsoleRules.For"/> who may use it.</summary>
internal interface IConsoleEndpoint
{
    void Map(IEndpointRouteBuilder pages);
}
