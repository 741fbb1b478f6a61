using System.Globalization;
using LineBot.Simulator.Clock;

namespace LineBot.Simulator.Bot;

/// <summary>
/// The child's side: the real service, unchanged but for its clock. The lines of standard input say how far that is turned;
/// their end, which comes when the parent dies in whatever way, ends the service.
/// </summary>
internal static class ServiceMode
{
    public const string Argument = "--service";
    /// <summary>Written once the clock is turned: what happens after this line happens at the new time.</summary>
    public const string TurnedLine = "clock turned, ms: ";

    public const string TurnedVariable = "SIMULATOR_CLOCK_TURNED";

    public static async Task<int> RunAsync()
    {
        using var clock = new TurnableClock();
        Turn(clock, Environment.GetEnvironmentVariable(TurnedVariable));
        await using var service = LineBotService.Create([], builder => builder.Services.AddSingleton<TimeProvider>(clock));
        await service.StartAsync();
        _ = Task.Run(() => ObeyAsync(clock, service.Lifetime));
        await service.WaitForShutdownAsync();
        return 0;
    }

    private static async Task ObeyAsync(TurnableClock clock, IHostApplicationLifetime lifetime)
    {
        while (await System.Console.In.ReadLineAsync() is { } line)
        {
            Turn(clock, line);
            System.Console.WriteLine(TurnedLine + line);
        }
        lifetime.StopApplication();
    }

    /// <param name="milliseconds">In all, since the real time.</param>
    private static void Turn(TurnableClock clock, string? milliseconds)
    {
        if (long.TryParse(milliseconds, CultureInfo.InvariantCulture, out var turned))
            clock.Turn(TimeSpan.FromMilliseconds(turned) - clock.Turned);
    }
}
