namespace LineBot.Cli.Replay;

/// <summary>One message of a talk that is not what was recorded.</summary>
/// <param name="Recorded">Null where more was said than recorded.</param>
/// <param name="Heard">Null where it was not said.</param>
internal sealed record TalkDifference(ExpectedMessage? Recorded, HeardMessage? Heard)
{
    /// <summary>Where the two differ; empty where there is only one.</summary>
    public IReadOnlyList<MessageDifference> Places { get; } =
        Recorded is { } recorded && Heard is { } heard ? [.. MessageDifference.Between(recorded.Spoken.Message, heard)] : [];
}

/// <summary>Lays what was said beside what was recorded, so that one message too many or too few does not make all later ones differ.</summary>
internal static class TalkComparison
{
    /// <summary>Pairs that are tried in one talk before what is left is laid side by side as it comes.</summary>
    private const int MostPairs = 250_000;

    public static IReadOnlyList<TalkDifference> Of(IReadOnlyList<ExpectedMessage> recorded, IReadOnlyList<HeardMessage> heard)
    {
        var (start, recordedEnd, heardEnd) = (0, recorded.Count, heard.Count);
        while (start < recordedEnd && start < heardEnd && Fits(recorded[start], heard[start]))
            start++;
        while (recordedEnd > start && heardEnd > start && Fits(recorded[recordedEnd - 1], heard[heardEnd - 1]))
            (recordedEnd, heardEnd) = (recordedEnd - 1, heardEnd - 1);
        var (was, isNow) = (recorded.Take(recordedEnd).Skip(start).ToList(), heard.Take(heardEnd).Skip(start).ToList());
        return (long)was.Count * isNow.Count > MostPairs ? [.. SideBySide(was, isNow)] : Aligned(was, isNow);
    }

    /// <summary>The longest common sequence is agreed on; what lies between is laid side by side.</summary>
    private static List<TalkDifference> Aligned(List<ExpectedMessage> recorded, List<HeardMessage> heard)
    {
        var common = new int[recorded.Count + 1, heard.Count + 1];
        for (var i = recorded.Count - 1; i >= 0; i--)
        {
            for (var j = heard.Count - 1; j >= 0; j--)
                common[i, j] = Fits(recorded[i], heard[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var differences = new List<TalkDifference>();
        var (was, isNow) = (new List<ExpectedMessage>(), new List<HeardMessage>());
        for (var (i, j) = (0, 0); i < recorded.Count || j < heard.Count;)
        {
            if (i < recorded.Count && j < heard.Count && common[i, j] == common[i + 1, j + 1] + 1 && Fits(recorded[i], heard[j]))
            {
                differences.AddRange(SideBySide(was, isNow));
                (was, isNow) = ([], []);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == heard.Count || (i < recorded.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                was.Add(recorded[i++]);
            }
            else
            {
                isNow.Add(heard[j++]);
            }
        }
        differences.AddRange(SideBySide(was, isNow));
        return differences;
    }

    private static IEnumerable<TalkDifference> SideBySide(List<ExpectedMessage> recorded, List<HeardMessage> heard) =>
        Enumerable.Range(0, Math.Max(recorded.Count, heard.Count)).Select(i => new TalkDifference(recorded.ElementAtOrDefault(i), heard.ElementAtOrDefault(i)))
            .Where(pair => pair.Recorded is null || pair.Heard is null || pair.Places.Count > 0);

    private static bool Fits(ExpectedMessage recorded, HeardMessage heard) => !MessageDifference.Between(recorded.Spoken.Message, heard).Any();
}
