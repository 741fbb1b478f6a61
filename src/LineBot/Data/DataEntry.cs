namespace LineBot.Data;

/// <summary>One line of a part's account. The sum of a part's entries is what is left of it.</summary>
/// <param name="Day">The Japanese day for which it counts.</param>
/// <param name="Kb">What the part gained, or lost where negative.</param>
public sealed record DataEntry(long PartId, DateOnly Day, EntryReason Reason, long Kb)
{
    public long? PresentId { get; init; }

    public long? TopUpId { get; init; }

    /// <summary>The present behind a link that it was taken for, claimed from or came back from.</summary>
    public long? ShareId { get; init; }

    /// <summary>Of what came back: how much of that day's usage is older and not charged to it.</summary>
    public long? FromUsedKb { get; init; }
}
