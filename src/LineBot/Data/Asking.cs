using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>
/// Asks a partner for data, once a day and person. It tells the asker nothing about what the other one has:
/// whoever is asked sees the terms, and may say no.
/// </summary>
public sealed class Asking(AskStore asks, PartnerStore partners, IOptions<DataPolicy> policy)
{
    /// <summary>The amounts that can be asked for, the same whoever is asked.</summary>
    public IReadOnlyList<long> Amounts => [.. ((int[])[1, 2, 4, 6]).Select(units => units * policy.Value.PresentUnitKb)];

    /// <summary>Whether a partner can be asked now.</summary>
    public AskTerms Check(Transaction tx, long askerId, long askedId, DateTimeOffset now)
    {
        var terms = new AskTerms(partners.Find(tx, askerId, askedId)) { ClosedUntil = PresentWindow.ClosedUntil(policy.Value, now) };
        if (terms.ClosedUntil is not null)
            return terms with { Refusal = AskRefusal.Closed };
        if (terms.Asked is not { IsLinked: true })
            return terms with { Refusal = AskRefusal.NoPartner };
        return asks.Of(tx, askerId, askedId, JapanTime.DayOf(now)) is { } earlier
            ? terms with { Refusal = AskRefusal.AskedToday, Earlier = earlier }
            : terms;
    }

    /// <summary>Asks, unless something stands against it.</summary>
    /// <returns>The ask; null where the terms have the reason, or the amount is none of <see cref="Amounts"/>.</returns>
    public DataAsk? Ask(Transaction tx, long askerId, long askedId, long kb, DateTimeOffset now)
    {
        if (Check(tx, askerId, askedId, now).Refusal is not null || !Amounts.Contains(kb))
            return null;
        var (late, closing) = (now + policy.Value.AskValidFor, PresentWindow.ClosesAt(policy.Value, now));
        var ask = new DataAsk { Id = 0, AskerId = askerId, AskedId = askedId, Kb = kb, AskedAt = now, ExpiresAt = late < closing ? late : closing };
        return asks.Add(tx, ask, JapanTime.DayOf(now)) is { } id ? asks.Find(tx, id) : null;
    }
}

/// <summary>Why somebody cannot be asked for data.</summary>
public enum AskRefusal
{
    /// <summary>Presents rest around the month's turn.</summary>
    Closed,

    /// <summary>The two have nothing to do with each other, or the other one has no user link.</summary>
    NoPartner,

    AskedToday,
}

/// <summary>Whether somebody can be asked for data.</summary>
/// <param name="Asked">Null where the two have nothing to do with each other.</param>
public sealed record AskTerms(Partner? Asked)
{
    public AskRefusal? Refusal { get; init; }

    /// <summary>When presents open again, where they rest.</summary>
    public DateTimeOffset? ClosedUntil { get; init; }

    /// <summary>Today's ask, where there was one.</summary>
    public DataAsk? Earlier { get; init; }
}
