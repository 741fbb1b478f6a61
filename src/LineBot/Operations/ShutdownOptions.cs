namespace LineBot.Operations;

public sealed class ShutdownOptions
{
    public const string Section = "Shutdown";

    /// <summary>How long the service says that it is not ready before it stops taking requests; for hosts whose load balancer looks from time to time.</summary>
    public TimeSpan DrainFor { get; set; } = TimeSpan.Zero;

    /// <summary>How long what is under way may take to end after that. What has not ended then is taken up at the next start.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);
}
