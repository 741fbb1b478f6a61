using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Data;

/// <summary>Takes rows of usage from an operator's system: the same check, whichever door they come through.</summary>
public sealed class UsageIntake(SubscriptionStore subscriptions, UsageBook book)
{
    /// <summary>Reads rows and finds their subscriptions. It only reads.</summary>
    /// <returns>One for each row, in their order.</returns>
    public IReadOnlyList<CheckedUsage> Check(Transaction tx, IEnumerable<UsageRow> rows)
    {
        var read = rows.Select(row => row.Read()).ToList();
        var ids = subscriptions.FindIds(tx, read.Where(row => row.Report is not null).Select(row => row.Of));
        return read.ConvertAll(row => Check(row.Of, row.Report, row.Fault, ids));
    }

    /// <summary>Books what was checked, each subscription's rows in their order, all in this one transaction.</summary>
    /// <returns>What became of each, in the order of <paramref name="rows"/>.</returns>
    public IReadOnlyList<UsageVerdict> Book(Transaction tx, IReadOnlyList<CheckedUsage> rows, DateTimeOffset now)
    {
        var verdicts = new UsageVerdict[rows.Count];
        var bySubscription = new Dictionary<long, List<int>>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Report is not { } report)
                verdicts[i] = rows[i].Refusal;
            else if (bySubscription.TryGetValue(report.SubscriptionId, out var its))
                its.Add(i);
            else
                bySubscription[report.SubscriptionId] = [i];
        }
        foreach (var its in bySubscription.Values)
        {
            var booked = book.Book(tx, its.ConvertAll(i => rows[i].Report!), now);
            for (var n = 0; n < its.Count; n++)
                verdicts[its[n]] = booked[n];
        }
        return verdicts;
    }

    private static CheckedUsage Check(SubscriptionKey of, UsageReport? report, string? fault, IReadOnlyDictionary<SubscriptionKey, long> ids)
    {
        if (report is null)
            return new CheckedUsage(null, UsageVerdict.Unreadable, fault);
        return ids.TryGetValue(of, out var id)
            ? new CheckedUsage(report with { SubscriptionId = id }, default, null)
            : new CheckedUsage(null, UsageVerdict.UnknownSubscription, UsageRow.Columns[0]);
    }
}

/// <summary>A row of usage that was read.</summary>
/// <param name="Report">Null where it is refused already.</param>
/// <param name="Refusal">Why, where it is.</param>
/// <param name="Column">Which column is at fault, where it is.</param>
public readonly record struct CheckedUsage(UsageReport? Report, UsageVerdict Refusal, string? Column);
