using Line.Messaging;
using LineBot.Accounts;
using LineBot.Outbox;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Webhook;

/// <summary>
/// Answers one event: the handler's changes, its reply in the outbox and the event's end are one transaction.
/// What has to be asked of LINE is asked before that transaction, never in it.
/// </summary>
public sealed class EventAnswer(
    Database database, Router router, AccountStore accounts, InboxStore inbox, OutboxWriter outbox, Introductions introductions, TimeProvider clock)
{
    private const string Nobody = "none";

    /// <param name="settled">Called once the answer is committed.</param>
    /// <returns>The room that answered; <c>none</c> where nobody did.</returns>
    public async Task<string> AnswerAsync(InboxEvent e, Action settled, CancellationToken cancel)
    {
        var (tap, owner) = router.Read(e.EventId, e.Event);
        if (IsFromGroup(e.Event) && e.Event is not JoinEvent)
            owner = null;
        var decision = owner?.Answer ?? (owner is null ? null : await owner.Prepare!(tap, cancel));
        Introduction? introduction = null;
        while (true)
        {
            try
            {
                return await database.WriteAsync(tx => Answer(tx, e, tap, owner, decision, introduction, settled));
            }
            catch (NotIntroducedException)
            {
                introduction = await introductions.OfAsync(tap.LineUserId, cancel);
            }
            catch (NotPreparedException e1)
            {
                owner = e1.Owner;
                decision = await owner.Prepare!(tap, cancel);
            }
        }
    }

    private string Answer(
        Transaction tx, InboxEvent e, Tap tap, HandlerMethod? owner, Decision? decision, Introduction? introduction, Action settled)
    {
        var now = clock.GetUtcNow();
        tx.AfterCommit(settled);
        if (!inbox.MarkDone(tx, e, now))
            return Nobody;
        var customer = accounts.CustomerOf(tx, tap.LineUserId);
        if (!customer.IsKnown && NeedsIntroduction(e.Event))
        {
            var known = introduction ?? throw new NotIntroducedException();
            accounts.Remember(tx, tap.LineUserId, known.DisplayName, known.Tongue, isFriend: true, now);
            customer = accounts.CustomerOf(tx, tap.LineUserId);
        }
        var turn = new Turn(tap, customer, tx, now);
        if (e.IsTooMany && router.TooMany is { Answer: { } tooMany } held)
            (owner, decision) = (held, tooMany);
        var reply = decision?.Invoke(turn) ?? Reply.Nothing;
        if (decision is null && e.Event is MessageEvent && !IsFromGroup(e.Event))
            (owner, reply) = AnswerMessage(turn);
        outbox.Put(tx, e, reply, now);
        return owner?.Room ?? Nobody;
    }

    /// <summary>Tells the customer of an event that failed for good. Without an owner of the apology nothing is said.</summary>
    public void Apologise(Transaction tx, InboxEvent e, DateTimeOffset now)
    {
        var (tap, _) = router.Read(e.EventId, e.Event);
        if (e.Event.Source is UserSource && router.Apology?.Answer is { } apology)
            outbox.Put(tx, e, apology(new Turn(tap, accounts.CustomerOf(tx, tap.LineUserId), tx, now)), now);
    }

    private (HandlerMethod? Owner, Reply Reply) AnswerMessage(Turn turn)
    {
        var expected = turn.Customer.Expects;
        foreach (var (owner, wasAsked) in router.OwnersOfMessage(turn.Tap, expected, turn.Now))
        {
            var answer = owner.Answer ?? throw new NotPreparedException(owner);
            var reply = answer(turn);
            // By identity: as a value it equals Reply.Nothing, which is an answer.
            if (!ReferenceEquals(reply, Reply.Pass))
                return (owner, wasAsked && reply.Next is null ? reply.ExpectingNothing() : reply);
        }
        return (null, Reply.Nothing);
    }

    private static bool IsFromGroup(WebhookEvent e) => e.Source is not (null or UserSource);

    /// <summary>Following introduces by itself; whoever leaves needs no introduction.</summary>
    private static bool NeedsIntroduction(WebhookEvent e) =>
        e.Source is UserSource { UserId.Length: > 0 } && e is not (FollowEvent or UnfollowEvent);

    /// <summary>Thrown so that the transaction leaves no trace: LINE has to be asked who this is first.</summary>
    private sealed class NotIntroducedException : Exception;

    /// <summary>Thrown so that the transaction leaves no trace: the owner of what was typed has to ask LINE something first.</summary>
    private sealed class NotPreparedException(HandlerMethod owner) : Exception
    {
        public HandlerMethod Owner { get; } = owner;
    }
}
