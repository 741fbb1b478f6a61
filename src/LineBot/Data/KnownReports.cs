using LineBot.Storage;

namespace LineBot.Data;

/// <summary>What is known of one subscription's days, read once, and kept up while more reports come.</summary>
internal sealed class KnownReports
{
    private readonly Dictionary<(DateOnly Day, int Sequence), SortedList<int, long>> _revisions = [];

    public KnownReports(Transaction tx, UsageStore usage, IReadOnlyList<UsageReport> reports)
    {
        foreach (var report in usage.Reports(tx, reports[0].SubscriptionId, reports.Min(report => report.Day), reports.Max(report => report.Day)))
            Of(report)[report.Revision] = report.UsedKb;
    }

    /// <summary>What was not known before, and has to be kept.</summary>
    public List<UsageReport> New { get; } = [];

    /// <summary>Takes <paramref name="report"/> up unless it is known, and says by how much it changes its day (KB, negative for a correction downwards).</summary>
    public (UsageVerdict Verdict, long ChangeKb) Add(UsageReport report)
    {
        var revisions = Of(report);
        if (revisions.TryGetValue(report.Revision, out var sameKb))
            return (sameKb == report.UsedKb ? UsageVerdict.Duplicate : UsageVerdict.Conflicting, 0);
        var (latest, countedKb) = revisions.LastOrDefault(KeyValuePair.Create(-1, 0L));
        revisions[report.Revision] = report.UsedKb;
        New.Add(report);
        if (latest < 0)
            return (UsageVerdict.Booked, report.UsedKb);
        return latest > report.Revision ? (UsageVerdict.Outdated, 0) : (UsageVerdict.Corrected, report.UsedKb - countedKb);
    }

    private SortedList<int, long> Of(UsageReport report)
    {
        if (!_revisions.TryGetValue((report.Day, report.Sequence), out var revisions))
            _revisions[(report.Day, report.Sequence)] = revisions = new SortedList<int, long>(1);
        return revisions;
    }
}
