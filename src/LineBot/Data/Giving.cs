using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>
/// Moves plan data of one subscription into a present part of another: all of it or nothing, once a request.
/// The same rules answer every step, so what was offered is what is given, or the reason has changed and is told.
/// </summary>
public sealed class Giving(
    PresentStore presents, PartnerStore partners, SubscriptionStore subscriptions, AskStore asks, Balances balances, Outgoing outgoing,
    Incoming incoming, IOptions<DataPolicy> policy)
{
    /// <summary>Whether a subscription can give anything to anybody now.</summary>
    public PresentTerms Check(Transaction tx, long giverId, DateTimeOffset now)
    {
        var balance = balances.Of(tx, giverId, now);
        var most = WholeUnits(balance.LeftOf(PartKind.Plan));
        var closedUntil = PresentWindow.ClosedUntil(policy.Value, now);
        return new PresentTerms(balance, most)
        {
            ClosedUntil = closedUntil,
            Refusal = closedUntil is not null ? PresentRefusal.Closed : most == 0 ? PresentRefusal.NothingToGive : null,
        };
    }

    /// <summary>Whether and how much a subscription can give to <paramref name="receiverId"/> now.</summary>
    public PresentTerms CheckFor(Transaction tx, long giverId, long receiverId, DateTimeOffset now)
    {
        var terms = Check(tx, giverId, now);
        if (partners.Find(tx, giverId, receiverId) is not { } receiver)
            return terms with { Refusal = terms.Refusal ?? PresentRefusal.NoPartner };
        terms = terms with { Receiver = receiver };
        if (terms.Refusal is not null)
            return terms;
        if (!receiver.IsLinked)
            return terms with { Refusal = PresentRefusal.ReceiverNotLinked };

        var limit = LimitOf(tx, giverId);
        var given = presents.GivenSince(tx, giverId, receiverId, JapanTime.FirstOfMonth(JapanTime.DayOf(now)));
        var most = Math.Min(terms.MostKb, WholeUnits(limit - given));
        return terms with
        {
            MostKb = most,
            LimitKb = limit,
            ReceiverBalance = balances.Of(tx, receiverId, now),
            Refusal = most == 0 ? PresentRefusal.MonthFull : null,
        };
    }

    /// <summary>As <see cref="CheckFor"/>, for one amount.</summary>
    public PresentTerms CheckAmount(Transaction tx, PresentRequest request, DateTimeOffset now)
    {
        var terms = CheckFor(tx, request.GiverId, request.ReceiverId, now);
        var fits = request.Kb > 0 && request.Kb <= terms.MostKb && request.Kb % policy.Value.PresentUnitKb == 0;
        return terms.Refusal is null && !fits ? terms with { Refusal = PresentRefusal.NotThatMuch } : terms;
    }

    /// <summary>Gives, unless the terms of this moment forbid it or this request has given already.</summary>
    public PresentOutcome Give(Transaction tx, PresentRequest request, DateTimeOffset now)
    {
        if (presents.Find(tx, request.GiverId, request.RequestId) is { } earlier)
            return new PresentOutcome(CheckFor(tx, request.GiverId, earlier.ReceiverId, now), earlier, IsNew: false);
        var terms = CheckAmount(tx, request, now);
        if (terms.Refusal is not null)
            return new PresentOutcome(terms, null, IsNew: false);

        var id = presents.Add(tx, request, now);
        outgoing.Take(tx, terms.GiverBalance, request.Kb, new DataEntry(0, default, EntryReason.Given, 0) { PresentId = id }, now);
        var received = new DataEntry(0, default, EntryReason.Received, request.Kb) { PresentId = id };
        incoming.Add(tx, request.ReceiverId, PartKind.Present, policy.Value.PresentMonths, received, now);
        asks.Grant(tx, request.ReceiverId, request.GiverId, now);
        return new PresentOutcome(terms, presents.Find(tx, request.GiverId, request.RequestId), IsNew: true);
    }

    /// <summary>How much a giver may give one receiver within a month, in KB.</summary>
    public long LimitOf(Transaction tx, long giverId) =>
        (subscriptions.Find(tx, giverId)?.PlanDataKb ?? 0) * policy.Value.PresentLimitPercent / 100;

    internal long WholeUnits(long kb) => Math.Max(0, kb) / policy.Value.PresentUnitKb * policy.Value.PresentUnitKb;
}
