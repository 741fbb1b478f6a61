namespace LineBot.Outbox;

public sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>A chat answer older than this is not sent any more: the customer has long given up or tapped again.</summary>
    public TimeSpan ExpireAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Messages that may wait for LINE to be back, above which webhooks get 503.</summary>
    public int MaxWaiting { get; set; } = 20_000;

    /// <summary>How long what was sent is remembered.</summary>
    public TimeSpan KeepSentFor { get; set; } = TimeSpan.FromDays(30);
}
