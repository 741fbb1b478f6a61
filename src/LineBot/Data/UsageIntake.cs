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
        var known = new Dictionary<SubscriptionKey, long?>();
        return [.. rows.Select(row => Check(tx, row, known))];
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

    private CheckedUsage Check(Transaction tx, UsageRow row, Dictionary<SubscriptionKey, long?> known)
    {
        var (of, report, fault) = row.Read();
        if (report is null)
            return new CheckedUsage(null, UsageVerdict.Unreadable, fault);
        if (!known.TryGetValue(of, out var id))
            known[of] = id = subscriptions.FindId(tx, of);
        return id is null
            ? new CheckedUsage(null, UsageVerdict.UnknownSubscription, UsageRow.Columns[0])
            : new CheckedUsage(report with { SubscriptionId = id.Value }, default, null);
    }
}

/// <summary>A row of usage that was read.</summary>
/// <param name="Report">Null where it is refused already.</param>
/// <param name="Refusal">Why, where it is.</param>
/// <param name="Column">Which column is at fault, where it is.</param>
public readonly record struct CheckedUsage(UsageReport? Report, UsageVerdict Refusal, string? Column);
