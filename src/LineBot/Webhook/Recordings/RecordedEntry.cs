namespace LineBot.Webhook.Recordings;

/// <summary>One thing of a recording.</summary>
/// <param name="At">Since the recording began.</param>
public abstract record RecordedEntry(TimeSpan At)
{
    /// <summary>The line of the file it was read from, from 1; 0 for what was never in a file.</summary>
    public int Line { get; init; }
}

/// <summary>A webhook that LINE posted to the bot.</summary>
/// <param name="Body">As it was posted, but for what is masked.</param>
/// <param name="Status">What the bot answered; null where it did not.</param>
public sealed record RecordedWebhook(TimeSpan At, ReadOnlyMemory<byte> Body, int? Status) : RecordedEntry(At);

/// <summary>A call that the bot made of LINE's API.</summary>
/// <param name="Path">With its query.</param>
/// <param name="Body">JSON; null where there was none, or something else.</param>
/// <param name="Status">What LINE answered; null where it did not.</param>
/// <param name="Answer">JSON; null where there was none, or something else.</param>
public sealed record RecordedCall(
    TimeSpan At, string Method, string Path, ReadOnlyMemory<byte>? Body, int? Status, ReadOnlyMemory<byte>? Answer) : RecordedEntry(At);

/// <summary>What is known of a LINE user beside what went over the wire: the language decides in which a bot answers.</summary>
/// <param name="Language">BCP 47.</param>
public sealed record RecordedPerson(TimeSpan At, string UserId, string Language) : RecordedEntry(At);

/// <summary>Here the recorder could not keep up, and left out this many webhooks and calls.</summary>
public sealed record RecordedGap(TimeSpan At, int Lost) : RecordedEntry(At);
