namespace LineBot.Webhook;

public sealed class WebhookOptions
{
    public const string Section = "Webhook";

    /// <summary>Largest body taken, in bytes. LINE names no limit for what it sends; its own APIs take 2 MB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Events accepted and not yet answered, above which new ones get 503 instead of making everybody wait. About a second of work.</summary>
    public int MaxBacklog { get; set; } = 4_000;

    /// <summary>How many messages of one chat are taken in a minute; of those that come on top the first is answered with a sentence.</summary>
    public int MostMessagesPerMinute { get; set; } = 1_000;

    /// <summary>How long to wait before a failed event is tried again. After the last one it is set aside.</summary>
    public IReadOnlyList<TimeSpan> RetryPauses { get; set; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)];

    /// <summary>How long an answered event is remembered, so that a late second delivery of it is recognised.</summary>
    public TimeSpan KeepEventsFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The folder in which webhooks and answers are recorded, masked; nothing is recorded without one.</summary>
    public string? RecordTo { get; set; }

    /// <summary>Bytes of all recordings together; the oldest make room.</summary>
    public long MostRecordedBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>In how many different chats a text has to have been before it is recorded. 1 records all texts: for systems whose customers are invented.</summary>
    public int RecordTextsSharedBy { get; set; } = 5;
}
