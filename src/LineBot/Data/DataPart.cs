namespace LineBot.Data;

/// <summary>One grant of data to one subscription. Days are Japanese, amounts KB (1 GB = 1,000,000 KB).</summary>
/// <param name="FromUsedKb">How much of <paramref name="FromDay"/>'s usage is older than this part and not charged to it.</param>
/// <param name="LastDay">The day at whose end the part expires.</param>
/// <param name="SourceId">Of a carry-over: the plan part whose rest it holds.</param>
/// <param name="VolumeKb">What was granted, less what was given away or carried over.</param>
/// <param name="LeftKb">The volume less what was used of it; never below zero.</param>
public sealed record DataPart(
    long Id, PartKind Kind, DateOnly FromDay, long FromUsedKb, DateOnly LastDay, long? SourceId, long VolumeKb, long LeftKb)
{
    public bool IsUsableOn(DateOnly day) => FromDay <= day && day <= LastDay;

    /// <summary>The order in which parts are used: 繰越, プレゼント, 基本, 追加; among equals the one that expires first.</summary>
    public static int ByUse(DataPart one, DataPart other) =>
        one.Kind != other.Kind ? one.Kind.CompareTo(other.Kind)
        : one.LastDay != other.LastDay ? one.LastDay.CompareTo(other.LastDay)
        : one.Id.CompareTo(other.Id);
}
