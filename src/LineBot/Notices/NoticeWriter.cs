using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.Outbox;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Notices;

/// <summary>
/// Tells a customer something unasked, inside the transaction of what it tells: once a cause, only what they want to hear,
/// never those who have blocked the account, not at night, and within the month's pushes.
/// </summary>
public sealed class NoticeWriter(
    NoticeStore store, NoticeSettingsStore settings, NoticeBudget budget, OutboxWriter outbox, AccountStore accounts, NoticeFigures figures,
    IOptions<NoticeOptions> options)
{
    /// <summary>At the least, where the evening is near: an attempt or two.</summary>
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    private QuietHours Quiet => options.Value.Quiet;

    /// <summary>
    /// Decides once for each <paramref name="cause"/> whether the customer is told, and when. A kind that can be turned off gets the
    /// way to do so below it.
    /// </summary>
    /// <param name="message">In the language of the customer; asked for only where it will be told.</param>
    /// <param name="cause">Names what happened to this customer, the same for the same happening: <c>present:17:received</c>.</param>
    /// <param name="isAnswer">The customer has just done what it tells of, as on a page, and so is awake at any hour.</param>
    /// <param name="lateFrom">When it is no help any more: what the night would hold until then is told at once, and what has missed its morning until then not at all.</param>
    /// <returns>What became of it; for a cause that was decided before, what became of it then.</returns>
    public NoticeState Tell(
        Transaction tx, string lineUserId, NoticeKind kind, Func<Tongue, Message> message, string cause, DateTimeOffset now,
        bool isAnswer = false, DateTimeOffset? lateFrom = null)
    {
        if (store.Find(tx, lineUserId, cause) is { } decided)
            return decided;
        var morning = Quiet.NextOpening(now);
        var dueAt = isAnswer || kind.IsSecurity() || morning >= lateFrom ? now : morning;
        var customer = accounts.CustomerOf(tx, lineUserId);
        var state = Decide(tx, customer, kind, dueAt, now);
        var batch = state is NoticeState.Held or NoticeState.Told ? MessageBatch.Serialize([Written(kind, message, customer.Tongue)]) : null;
        if (!store.Add(tx, lineUserId, kind, cause, state, state == NoticeState.Held ? batch : null, dueAt, lateFrom, now))
            return store.Find(tx, lineUserId, cause) ?? state;
        Follow(tx, lineUserId, kind, cause, state, batch, now);
        return state;
    }

    /// <summary>Tells what was held and is due, if it still may be told.</summary>
    /// <returns>How many notices were settled, <paramref name="limit"/> at most.</returns>
    public int Release(Transaction tx, DateTimeOffset now, int limit)
    {
        if (Quiet.NextOpening(now) > now)
            return 0;
        var due = store.Due(tx, now, limit);
        foreach (var held in due)
        {
            var state = now >= held.LateFrom ? NoticeState.Late : Decide(tx, accounts.CustomerOf(tx, held.LineUserId), held.Kind, now, now);
            store.Settle(tx, held.Id, state, now);
            Follow(tx, held.LineUserId, held.Kind, held.Cause, state, held.Messages, now);
        }
        return due.Count;
    }

    private NoticeState Decide(Transaction tx, Customer customer, NoticeKind kind, DateTimeOffset dueAt, DateTimeOffset now) =>
        !customer.IsFriend ? NoticeState.Unreachable
        : !settings.Of(tx, customer.LineUserId).IsOn(kind) ? NoticeState.SwitchedOff
        : dueAt > now ? NoticeState.Held
        : budget.HasRoomFor(tx, kind, now) ? NoticeState.Told
        : NoticeState.OverBudget;

    private static Message Written(NoticeKind kind, Func<Tongue, Message> message, Tongue tongue) =>
        kind.IsSecurity() ? message(tongue) : StopLink.AddTo(message(tongue), kind, tongue);

    private void Follow(Transaction tx, string lineUserId, NoticeKind kind, string cause, NoticeState state, byte[]? batch, DateTimeOffset now)
    {
        if (state == NoticeState.Told)
            outbox.Push(tx, lineUserId, batch!, $"notice:{lineUserId}:{cause}", now, LifeOf(kind, now));
        if (state == NoticeState.OverBudget)
            budget.Drop(tx, kind, now);
        tx.AfterCommit(() => figures.Count(kind, state));
    }

    /// <summary>What can wait for the morning must not arrive in the night because LINE was down in the evening.</summary>
    private TimeSpan LifeOf(NoticeKind kind, DateTimeOffset now)
    {
        var left = kind.IsSecurity() ? LongestLife : Quiet.TimeLeft(now) ?? LongestLife;
        return left > ShortestLife ? left : ShortestLife;
    }
}
