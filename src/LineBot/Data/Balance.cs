namespace LineBot.Data;

/// <summary>What a subscription has at one instant.</summary>
/// <param name="Today">The Japanese day of that instant.</param>
/// <param name="Parts">The parts that are usable on that day, in the order of use; among them those that are used up.</param>
public sealed record Balance(DateOnly Today, IReadOnlyList<DataPart> Parts)
{
    public long LeftKb => Parts.Sum(part => part.LeftKb);

    /// <summary>What all parts held before anything of them was used.</summary>
    public long VolumeKb => Parts.Sum(part => part.VolumeKb);

    /// <summary>At 0 the connection is slowed until the month turns, or a present or a top-up comes.</summary>
    public bool IsSlow => LeftKb == 0;

    /// <summary>The last day of the present that lasts longest. Only where there is one.</summary>
    public DateOnly PresentsUntil() => Parts.Where(part => part.Kind == PartKind.Present).Max(part => part.LastDay);

    public long LeftOf(PartKind kind) => Parts.Where(part => part.Kind == kind).Sum(part => part.LeftKb);
}
