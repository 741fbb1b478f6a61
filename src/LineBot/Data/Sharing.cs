using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>
/// Presents behind links. What is shared leaves the giver at once, waits, and has one end: claimed by one receiver, or the giver's again.
/// </summary>
public sealed class Sharing(
    Giving giving, ShareStore shares, PresentStore presents, PartStore parts, UsageStore usage, Balances balances, Outgoing outgoing, Incoming incoming,
    Recount recount, IOptions<DataPolicy> policy)
{
    /// <summary>Whether and how much a subscription can share now: no more than one receiver may have.</summary>
    public PresentTerms Check(Transaction tx, long giverId, DateTimeOffset now)
    {
        var terms = giving.Check(tx, giverId, now);
        var limit = giving.LimitOf(tx, giverId);
        var most = Math.Min(terms.MostKb, giving.WholeUnits(limit));
        return terms with { MostKb = most, LimitKb = limit, Refusal = terms.Refusal ?? (most == 0 ? PresentRefusal.NothingToGive : null) };
    }

    /// <summary>As <see cref="Check"/>, for one amount.</summary>
    public PresentTerms CheckAmount(Transaction tx, long giverId, long kb, DateTimeOffset now)
    {
        var terms = Check(tx, giverId, now);
        var fits = kb > 0 && kb <= terms.MostKb && kb % policy.Value.PresentUnitKb == 0;
        return terms.Refusal is null && !fits ? terms with { Refusal = PresentRefusal.NotThatMuch } : terms;
    }

    /// <summary>Until when what is shared now could be claimed.</summary>
    public DateTimeOffset ExpiryOf(DateTimeOffset now)
    {
        var (late, closing) = (now + policy.Value.ShareValidFor, PresentWindow.ClosesAt(policy.Value, now));
        return late < closing ? late : closing;
    }

    /// <summary>Takes the data and makes a link's code, unless the terms of this moment forbid it or this request has shared already.</summary>
    public ShareOutcome Share(Transaction tx, ShareRequest request, DateTimeOffset now)
    {
        if (shares.Find(tx, request.GiverId, request.RequestId) is { } earlier)
            return new ShareOutcome(Check(tx, request.GiverId, now), earlier, Code: null);
        var terms = CheckAmount(tx, request.GiverId, request.Kb, now);
        if (terms.Refusal is not null)
            return new ShareOutcome(terms, null, Code: null);

        var code = ShareCode.New();
        var id = shares.Add(tx, request, code, now, ExpiryOf(now));
        outgoing.Take(tx, terms.GiverBalance, request.Kb, new DataEntry(0, default, EntryReason.Given, 0) { ShareId = id }, now);
        return new ShareOutcome(terms, shares.Find(tx, id), code);
    }

    /// <summary>Makes another code for a share that waits, as for a link that was lost; the old link opens nothing any more.</summary>
    /// <returns>The code; null where the share is not the giver's or waits no longer.</returns>
    public string? Renew(Transaction tx, long shareId, long giverId, DateTimeOffset now)
    {
        var code = ShareCode.New();
        return shares.Find(tx, shareId) is { } share && share.GiverId == giverId && share.CanBeClaimed(now) && shares.Renew(tx, shareId, code) ? code : null;
    }

    /// <summary>Gives what waits behind the link to a subscription that has a user, unless something stands against it.</summary>
    public ClaimOutcome Claim(Transaction tx, string code, long claimerId, DateTimeOffset now)
    {
        if (shares.FindByCode(tx, code) is not { } share)
            return new ClaimOutcome(null) { Refusal = ClaimRefusal.Unknown };
        if (share.State == ShareState.Claimed && share.ReceiverId == claimerId)
            return new ClaimOutcome(share, presents.OfShare(tx, share.Id));
        if (WhyNot(tx, share, claimerId, now) is { } refusal)
            return new ClaimOutcome(share) { Refusal = refusal, LimitKb = giving.LimitOf(tx, share.GiverId) };

        var wasSlow = balances.Of(tx, claimerId, now).IsSlow;
        if (!shares.Settle(tx, share.Id, ShareState.Claimed, now))
            return new ClaimOutcome(share) { Refusal = ClaimRefusal.Over };
        var present = presents.Add(tx, new PresentRequest($"share-{share.Id}", share.GiverId, claimerId, share.Kb), now);
        shares.BecameOf(tx, share.Id, present);
        var received = new DataEntry(0, default, EntryReason.Received, share.Kb) { PresentId = present, ShareId = share.Id };
        incoming.Add(tx, claimerId, PartKind.Present, policy.Value.PresentMonths, received, now);
        return new ClaimOutcome(shares.Find(tx, share.Id), presents.OfShare(tx, share.Id), IsNew: true) { WasSlow = wasSlow };
    }

    /// <summary>Makes a share the giver's again.</summary>
    /// <param name="end"><see cref="ShareState.Cancelled"/> by the giver, or <see cref="ShareState.Returned"/> when nobody claimed it in time.</param>
    /// <returns>False where it had an end before; nothing changes then.</returns>
    public bool GiveBack(Transaction tx, PresentShare share, ShareState end, DateTimeOffset now)
    {
        if (!shares.Settle(tx, share.Id, end, now))
            return false;
        // Before anything comes back, so that a month that has begun meanwhile is there to take it over.
        var today = balances.Of(tx, share.GiverId, now).Today;
        foreach (var taken in parts.TakenFor(tx, share.Id))
        {
            var day = today < taken.LastDay ? today : taken.LastDay;
            var usedKb = usage.From(tx, share.GiverId, day).FirstOrDefault(used => used.Day == day)?.UsedKb ?? 0;
            var entry = new DataEntry(taken.PartId, day, EntryReason.Returned, taken.Kb) { ShareId = share.Id, FromUsedKb = usedKb };
            parts.Book(tx, entry, now);
            recount.From(tx, share.GiverId, day, now);
        }
        return true;
    }

    private ClaimRefusal? WhyNot(Transaction tx, PresentShare share, long claimerId, DateTimeOffset now)
    {
        if (share.GiverId == claimerId)
            return ClaimRefusal.Own;
        if (share.State == ShareState.Claimed)
            return ClaimRefusal.TakenByAnother;
        if (!share.CanBeClaimed(now))
            return ClaimRefusal.Over;
        var given = presents.GivenSince(tx, share.GiverId, claimerId, JapanTime.FirstOfMonth(JapanTime.DayOf(now)));
        return given + share.Kb > giving.LimitOf(tx, share.GiverId) ? ClaimRefusal.MonthFull : null;
    }
}
