using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Data;

/// <summary>
/// Turns the month for everybody, a portion at a time. What was turned is in the store: a round that was cut off, or begun by two
/// at once, leaves and finds each subscription either as it was or turned.
/// </summary>
public sealed partial class MonthTurnRound(Database database, PartStore parts, MonthTurn months, ILogger<MonthTurnRound> log)
{
    /// <summary>As many as are turned in one transaction: customers' taps wait for it.</summary>
    private const int AtOnce = 40;

    /// <summary>Turns up to <paramref name="most"/> subscriptions whose ids come after <paramref name="afterId"/>.</summary>
    /// <param name="rest">Called after each transaction with what it took: where another process serves customers, it needs its turn.</param>
    public async Task<MonthTurnPortion> TurnAsync(
        long afterId, int most, DateTimeOffset now, Func<TimeSpan, Task>? rest = null, CancellationToken cancel = default)
    {
        var ids = await database.ReadAsync(tx => parts.NotTurned(tx, JapanTime.DayOf(now), afterId, most), cancel);
        var failed = 0;
        foreach (var few in ids.Chunk(AtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            var begun = TimeProvider.System.GetTimestamp();
            if (!await TryAsync(few, now))
                failed += await TurnOneByOneAsync(few, now);
            if (rest is not null)
                await rest(TimeProvider.System.GetElapsedTime(begun));
        }
        return new MonthTurnPortion(ids.Count == 0 ? afterId : ids[^1], ids.Count - failed, failed);
    }

    private async Task<int> TurnOneByOneAsync(IEnumerable<long> ids, DateTimeOffset now)
    {
        var failed = 0;
        foreach (var id in ids)
            failed += await TryAsync([id], now) ? 0 : 1;
        return failed;
    }

    private async Task<bool> TryAsync(long[] ids, DateTimeOffset now)
    {
        try
        {
            await database.WriteAsync(tx =>
            {
                foreach (var id in ids)
                    months.CatchUp(tx, id, now);
            });
            return true;
        }
        catch (Exception e) when (e is not StoreUnavailableException)
        {
            if (ids is [var id])
                Log.NotTurned(log, id, e);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The month of subscription {SubscriptionId} could not be turned")]
        public static partial void NotTurned(ILogger logger, long subscriptionId, Exception failure);
    }
}

/// <summary>What a portion of the month's turn came to.</summary>
/// <param name="LastId">Where the next portion goes on.</param>
/// <param name="Failed">Subscriptions that could not be turned; the others of their portion were.</param>
public sealed record MonthTurnPortion(long LastId, int Turned, int Failed)
{
    public bool IsEmpty => Turned + Failed == 0;
}
