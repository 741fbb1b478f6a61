namespace LineBot.Data;

/// <summary>Data that came back into a part in the middle of a month, from a present that nobody took.</summary>
/// <param name="FromUsedKb">How much of <paramref name="Day"/>'s usage is older and not charged to it.</param>
internal sealed record GivenBack(long PartId, DateOnly Day, long FromUsedKb, long Kb)
{
    /// <summary>
    /// What of a part's returns is still to be replayed on its day. A later present took what had come back last, so the two cancel each other:
    /// the other way round, replaying would take it from before the return, where it was not.
    /// </summary>
    /// <param name="entries">Given and returned, in the order of booking.</param>
    public static IReadOnlyList<GivenBack> Of(IEnumerable<DataEntry> entries)
    {
        var back = new List<GivenBack>();
        foreach (var entry in entries)
        {
            if (entry.Reason == EntryReason.Returned)
                back.Add(new GivenBack(entry.PartId, entry.Day, entry.FromUsedKb ?? 0, entry.Kb));
            else
                Cancel(back, -entry.Kb);
        }
        return back;
    }

    private static void Cancel(List<GivenBack> back, long kb)
    {
        while (kb > 0 && back.Count > 0)
        {
            var last = back[^1];
            back.RemoveAt(back.Count - 1);
            if (last.Kb > kb)
                back.Add(last with { Kb = last.Kb - kb });
            kb -= last.Kb;
        }
    }
}
