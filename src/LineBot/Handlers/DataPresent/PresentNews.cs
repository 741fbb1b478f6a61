using Line.Messaging;
using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Storage;

namespace LineBot.Handlers.DataPresent;

/// <summary>Tells people of presents that somebody else's tap, or the clock, made: in the transaction in which it happens.</summary>
public sealed class PresentNews(
    NoticeWriter notices, LinkStore links, PartnerStore partners, Balances balances, PresentDoneReplies done, ShareReplies shares, AskReplies asks)
{
    /// <summary>Tells the receiver.</summary>
    /// <param name="wasSlow">Whether the present lifted the slowed connection.</param>
    public NoticeState Received(Transaction tx, Present present, bool wasSlow, DateTimeOffset now)
    {
        var balance = balances.Of(tx, present.ReceiverId, now);
        var giver = partners.Find(tx, present.ReceiverId, present.GiverId);
        return Tell(
            tx, present.ReceiverId, NoticeKind.PresentReceived,
            tongue => done.Received(tongue, giver, present, balance, wasSlow, balance.PresentsUntil()), $"present:{present.Id}:received", now,
            lateFrom: JapanTime.StartOf(balance.PresentsUntil().AddDays(1)));
    }

    /// <summary>Tells the giver that somebody took what waited behind the link.</summary>
    public void Claimed(Transaction tx, Present present, DateTimeOffset now)
    {
        var receiver = partners.Find(tx, present.GiverId, present.ReceiverId);
        Tell(tx, present.GiverId, NoticeKind.PresentClaimed, tongue => done.Claimed(tongue, receiver, present), $"present:{present.Id}:claimed", now);
    }

    /// <summary>Tells the giver that nobody took it.</summary>
    public void Returned(Transaction tx, PresentShare share, DateTimeOffset now)
    {
        var balance = balances.Of(tx, share.GiverId, now);
        Tell(tx, share.GiverId, NoticeKind.PresentReturned, tongue => shares.Returned(tongue, share, balance), $"share:{share.Id}:returned", now);
    }

    /// <summary>Tells whoever was asked for data.</summary>
    public NoticeState Asked(Transaction tx, DataAsk ask, DateTimeOffset now)
    {
        var asker = partners.Find(tx, ask.AskedId, ask.AskerId);
        return Tell(tx, ask.AskedId, NoticeKind.PresentAsked, tongue => asks.Asked(tongue, ask, asker), $"ask:{ask.Id}:asked", now, lateFrom: ask.ExpiresAt);
    }

    /// <summary>Tells the asker of a no.</summary>
    public void Declined(Transaction tx, DataAsk ask, DateTimeOffset now)
    {
        var asked = partners.Find(tx, ask.AskerId, ask.AskedId);
        Tell(tx, ask.AskerId, NoticeKind.PresentAsked, tongue => asks.Declined(tongue, ask, asked), $"ask:{ask.Id}:declined", now);
    }

    private NoticeState Tell(
        Transaction tx, long subscriptionId, NoticeKind kind, Func<Tongue, Message> message, string cause, DateTimeOffset now,
        DateTimeOffset? lateFrom = null) =>
        links.UserOf(tx, subscriptionId) is { } user
            ? notices.Tell(tx, user, kind, message, cause, now, lateFrom: lateFrom)
            : NoticeState.Unreachable;
}
