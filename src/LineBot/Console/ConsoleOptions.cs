namespace LineBot.Console;

public sealed class ConsoleOptions
{
    public const string Section = "Console";

    /// <summary>How long a signed-in operator may do nothing.</summary>
    public TimeSpan IdleSession { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a session lasts, whatever its operator does.</summary>
    public TimeSpan LongestSession { get; set; } = TimeSpan.FromHours(12);
}
