using LineBot.Cli.Stores;
using LineBot.Data;
using LineBot.Storage;

namespace LineBot.Cli.Usage;

/// <summary>
/// Takes a file in beside the running service. Rows are put in the order of their subscriptions, so that each account is worked out
/// once and the store's pages are met in their order, and booked in short transactions with a gap after each for customers' taps.
/// </summary>
internal sealed class UsageImport(Database database, UsageIntake intake, TimeProvider clock, bool isDryRun)
{
    /// <summary>Rows that are held and ordered at a time.</summary>
    private const int Window = 500_000;

    /// <summary>Rows whose subscriptions are looked up in one snapshot.</summary>
    private const int Portion = 2_000;

    /// <summary>Rows in one transaction, for which every tap has to wait.</summary>
    private const int Batch = 300;

    /// <summary>Books all rows. One that is refused is handed to <paramref name="refused"/>; the others stand.</summary>
    /// <param name="taken">Called after each batch.</param>
    public async Task<UsageSummary> RunAsync(
        IEnumerable<UsageLine> lines, Action<ReadLine, UsageVerdict> refused, Action taken, CancellationToken cancel)
    {
        var summary = new UsageSummary();
        var window = new List<ReadLine>();
        foreach (var some in lines.Chunk(Portion))
        {
            var read = await database.ReadAsync(tx => intake.Check(tx, some.Select(line => line.Row)), cancel);
            window.AddRange(some.Zip(read, (line, row) => new ReadLine(line.Number, line.Raw, row)));
            if (window.Count < Window)
                continue;
            await BookAllAsync();
            window.Clear();
        }
        await BookAllAsync();
        return summary;

        async Task BookAllAsync()
        {
            window.Sort(BySubscription);
            foreach (var batch in Batches(window))
            {
                cancel.ThrowIfCancellationRequested();
                var begun = clock.GetTimestamp();
                var verdicts = await BookAsync(batch.ConvertAll(row => row.Read));
                var took = clock.GetElapsedTime(begun);
                for (var n = 0; n < batch.Count; n++)
                {
                    summary.Count(verdicts[n]);
                    if (UsageWords.EndOf(verdicts[n]) == "refused")
                        refused(batch[n], verdicts[n]);
                }
                taken();
                await Task.Delay(Gap.After(took), clock, cancel);
            }
        }
    }

    private async Task<IReadOnlyList<UsageVerdict>> BookAsync(IReadOnlyList<CheckedUsage> rows)
    {
        var now = clock.GetUtcNow();
        if (!isDryRun)
            return await database.WriteAsync(tx => intake.Book(tx, rows, now));
        IReadOnlyList<UsageVerdict> verdicts = [];
        try
        {
            await database.WriteAsync(tx =>
            {
                verdicts = intake.Book(tx, rows, now);
                throw new TakenBackException();
            });
        }
        catch (TakenBackException)
        {
            // Nothing of it stands; what would have become of the rows is known.
        }
        return verdicts;
    }

    private static int BySubscription(ReadLine one, ReadLine other) =>
        one.SubscriptionId != other.SubscriptionId ? one.SubscriptionId.CompareTo(other.SubscriptionId) : one.Number.CompareTo(other.Number);

    /// <summary>Ordered rows for one transaction each; those of one subscription stay together.</summary>
    private static IEnumerable<List<ReadLine>> Batches(List<ReadLine> window)
    {
        var batch = new List<ReadLine>(Batch);
        foreach (var row in window)
        {
            if ((batch.Count >= Batch && row.SubscriptionId != batch[^1].SubscriptionId) || batch.Count >= 2 * Batch)
            {
                yield return batch;
                batch = new List<ReadLine>(Batch);
            }
            batch.Add(row);
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private sealed class TakenBackException : Exception;
}

/// <summary>A row of the file that was read.</summary>
/// <param name="Raw">As the file has it, in UTF-8.</param>
internal readonly record struct ReadLine(long Number, byte[] Raw, CheckedUsage Read)
{
    /// <summary>0 where it is refused already.</summary>
    public long SubscriptionId => Read.Report?.SubscriptionId ?? 0;
}
