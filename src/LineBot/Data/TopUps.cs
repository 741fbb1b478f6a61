using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>Buys data, once a request. Who may buy is for the caller to know: contract holders alone.</summary>
public sealed class TopUps(TopUpStore bought, Incoming incoming, MonthTurn months, IOptions<DataPolicy> policy)
{
    private static readonly TopUpOffer[] Standard = [new(500, 500), new(1_000, 1_000), new(3_000, 3_000)];

    /// <summary>What can be bought.</summary>
    public IReadOnlyList<TopUpOffer> Offers => policy.Value.TopUps is { Count: > 0 } configured ? configured : Standard;

    /// <summary>The Japanese day at whose end data bought on <paramref name="today"/> expires.</summary>
    public DateOnly LastDayOf(DateOnly today) => JapanTime.FirstOfMonth(today).AddMonths(policy.Value.TopUpMonths - 1).LastOfMonth();

    /// <summary>Adds the data of <paramref name="offer"/>. False where <paramref name="requestId"/> has bought before; nothing changes then.</summary>
    public bool Buy(Transaction tx, long subscriptionId, string requestId, TopUpOffer offer, DateTimeOffset now)
    {
        months.CatchUp(tx, subscriptionId, now);
        var kb = offer.Mb * 1_000L;
        if (bought.Add(tx, subscriptionId, requestId, kb, offer.Yen, now) is not { } id)
            return false;
        var entry = new DataEntry(0, default, EntryReason.Bought, kb) { TopUpId = id };
        incoming.Add(tx, subscriptionId, PartKind.TopUp, policy.Value.TopUpMonths, entry, now);
        return true;
    }
}
