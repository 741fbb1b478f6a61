namespace LineBot.Data;

/// <summary>The account of one subscription over one Japanese month, as a bank would print it.</summary>
/// <param name="OpeningKb">What was there when the month began, before anything of it.</param>
/// <param name="Lines">Everything that changed it, by the day for which it counts.</param>
public sealed record Statement(DateOnly Month, long OpeningKb, IReadOnlyList<StatementLine> Lines)
{
    /// <summary>What was left after the last line: today's balance where the month is this one.</summary>
    public long ClosingKb => Lines.Count == 0 ? OpeningKb : Lines[^1].BalanceKb;
}

/// <summary>One change, and what was left after it.</summary>
/// <param name="Day">The Japanese day for which it counts.</param>
/// <param name="BookedAt">When it became known; for what expired, the end of the part's last day.</param>
/// <param name="Reason">Null where the part expired with what it still held.</param>
/// <param name="LastDay">Until when the part can be used.</param>
public sealed record StatementLine(
    DateOnly Day, DateTimeOffset BookedAt, EntryReason? Reason, PartKind Kind, DateOnly LastDay, long Kb, long BalanceKb)
{
    /// <summary>Of a present: the other side's phone number, where there is one.</summary>
    public string? Counterpart { get; init; }
}
