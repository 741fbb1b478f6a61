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

    /// <param name="settled">Called once the answer is committed, or found to be none of ours.</param>
    /// <returns>The room that answered; <c>none</c> where nobody did; null for an event that was answered before, or is another node's by now.</returns>
    public async Task<string?> AnswerAsync(InboxEvent e, Action settled, CancellationToken cancel)
    {
        var (tap, owner) = router.Read(e.EventId, e.Event);
        if (IsFromGroup(e.Event) && e.Event is not JoinEvent)
            owner = null;
        var prepared = new Dictionary<HandlerMethod, Decision>();
        if (owner?.Prepare is { } prepare)
            prepared[owner] = await prepare(tap, cancel);
        Introduction? introduction = null;
        while (true)
        {
            try
            {
                return await database.WriteAsync(tx => Answer(tx, e, tap, owner, prepared, introduction, settled));
            }
            catch (NotIntroducedException)
            {
                introduction = await introductions.OfAsync(tap.LineUserId, cancel);
            }
            catch (NotPreparedException e1)
            {
                prepared[e1.Owner] = await e1.Owner.Prepare!(tap, cancel);
            }
        }
    }

    private string? Answer(
        Transaction tx, InboxEvent e, Tap tap, HandlerMethod? owner, Dictionary<HandlerMethod, Decision> prepared, Introduction? introduction,
        Action settled)
    {
        var now = clock.GetUtcNow();
        tx.AfterCommit(settled);
        var isOurs = inbox.MarkDone(tx, e, now);
        var customer = accounts.CustomerOf(tx, tap.LineUserId);
        if (!isOurs())
            return null;
        if (!customer.IsKnown && NeedsIntroduction(e.Event))
        {
            var known = introduction ?? throw new NotIntroducedException();
            accounts.Remember(tx, tap.LineUserId, known.DisplayName, known.Tongue, isFriend: true, now);
            customer = accounts.CustomerOf(tx, tap.LineUserId);
        }
        var turn = new Turn(tap, customer, tx, now);
        var (answerer, reply) = e.IsTooMany && router.TooMany is { } tooMany ? (tooMany, DecisionOf(tooMany, prepared)(turn))
            : owner is not null ? (owner, DecisionOf(owner, prepared)(turn))
            : e.Event is MessageEvent && !IsFromGroup(e.Event) ? AnswerMessage(turn, prepared)
            : (null, Reply.Nothing);
        outbox.Put(tx, e, reply, now);
        return answerer?.Room ?? Nobody;
    }

    /// <summary>What an owner decides; one that has to ask first is asked to, before another transaction.</summary>
    private static Decision DecisionOf(HandlerMethod owner, Dictionary<HandlerMethod, Decision> prepared) =>
        owner.Answer ?? prepared.GetValueOrDefault(owner) ?? throw new NotPreparedException(owner);

    /// <summary>Tells the customer of an event that failed for good. Without an owner of the apology nothing is said.</summary>
    public void Apologise(Transaction tx, InboxEvent e, DateTimeOffset now)
    {
        var (tap, _) = router.Read(e.EventId, e.Event);
        if (e.Event.Source is UserSource && router.Apology?.Answer is { } apology)
            outbox.Put(tx, e, apology(new Turn(tap, accounts.CustomerOf(tx, tap.LineUserId), tx, now)), now);
    }

    private (HandlerMethod? Owner, Reply Reply) AnswerMessage(Turn turn, Dictionary<HandlerMethod, Decision> prepared)
    {
        var expected = turn.Customer.Expects;
        foreach (var (owner, wasAsked) in router.OwnersOfMessage(turn.Tap, expected, turn.Now))
        {
            var reply = DecisionOf(owner, prepared)(turn);
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

    /// <summary>Thrown so that the transaction leaves no trace: the owner has to ask somebody else something first.</summary>
    private sealed class NotPreparedException(HandlerMethod owner) : Exception
    {
        public HandlerMethod Owner { get; } = owner;
    }
}
