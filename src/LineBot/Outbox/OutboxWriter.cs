using Line.Messaging;
using LineBot.Accounts;
using LineBot.Language;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Webhook;
using Microsoft.Extensions.Options;

namespace LineBot.Outbox;

/// <summary>Puts what is to be said into the outbox, inside the transaction of what it says.</summary>
public sealed class OutboxWriter(OutboxStore store, AccountStore accounts, SenderWorker sender, IOptions<OutboxOptions> options)
{
    /// <summary>LINE promises a token for one minute from the delivery of its event; what is left of it is for the way there.</summary>
    private static readonly TimeSpan TokenLife = TimeSpan.FromSeconds(50);

    private static readonly TimeSpan MenuLife = TimeSpan.FromDays(1);

    /// <summary>Puts a handler's reply: to the customer, to others who have to hear of it, and to the menus that follow.</summary>
    public void Put(Transaction tx, InboxEvent e, Reply reply, DateTimeOffset now)
    {
        var position = 0;
        if (reply.Next is { } next)
            accounts.Expect(tx, e.ChatId, next, now);
        if (reply.Messages.Count > 0)
        {
            var kind = e.Event.ReplyToken is null ? OutgoingKind.Push : OutgoingKind.Reply;
            Add(tx, kind, e.ChatId, e.Event.ReplyToken, e.ReceivedAt + TokenLife, MessageBatch.Serialize(reply.Messages), e.EventId, position++, now, options.Value.ExpireAfter, e);
        }
        foreach (var lineUserId in reply.MenusToSwitch)
            Add(tx, OutgoingKind.Menu, lineUserId, null, now, [], e.EventId, position++, now, MenuLife, e);
        foreach (var (lineUserId, messages) in reply.Told)
            PushOnce(tx, lineUserId, messages, e.EventId, position++, now, options.Value.ExpireAfter);
    }

    /// <summary>Pushes messages that no tap of this customer caused. Nothing is pushed to whoever has blocked the account.</summary>
    /// <param name="cause">Names what happened, for whoever looks at the outbox.</param>
    /// <param name="life">How long it is worth saying; without it, as long as a chat's answer.</param>
    public void Push(
        Transaction tx, string lineUserId, IReadOnlyList<Message> messages, string cause, int position, DateTimeOffset now, TimeSpan? life = null) =>
        PushOnce(tx, lineUserId, messages, OnceHere(cause, now), position, now, life ?? options.Value.ExpireAfter);

    /// <summary>Pushes messages as <see cref="MessageBatch.Serialize"/> wrote them, to somebody known to be reachable.</summary>
    /// <inheritdoc cref="Push(Transaction, string, IReadOnlyList{Message}, string, int, DateTimeOffset, TimeSpan?)"/>
    public void Push(Transaction tx, string lineUserId, byte[] batch, string cause, DateTimeOffset now, TimeSpan life) =>
        Add(tx, OutgoingKind.Push, lineUserId, null, now, batch, OnceHere(cause, now), 0, now, life);

    /// <summary>
    /// Says something that no tap asked for at this moment, with a reply token that was left over where there is one, which is free.
    /// A token that turns out to be spent or late costs nothing but the try: it goes by push then.
    /// </summary>
    /// <param name="cause">Names what happened, for whoever looks at the outbox.</param>
    /// <returns>The message's id in the outbox; null where the customer has blocked the account and nothing is sent.</returns>
    public long? Say(
        Transaction tx, string lineUserId, IReadOnlyList<Message> messages, string cause, SpareToken? token, DateTimeOffset now, TimeSpan life) =>
        !accounts.CustomerOf(tx, lineUserId).IsFriend
            ? null
            : token is null
                ? Add(tx, OutgoingKind.Push, lineUserId, null, now, MessageBatch.Serialize(messages), OnceHere(cause, now), 0, now, life)
                : Add(tx, OutgoingKind.Reply, lineUserId, token.Token, token.Until, MessageBatch.Serialize(messages), OnceHere(cause, now), 0, now, life);

    /// <summary>The instant until which an event's reply token can be left for a later answer.</summary>
    public static DateTimeOffset TokenUntil(WebhookEvent e) => e.Timestamp + TokenLife;

    /// <summary>Has a customer's menu follow their links outside of a talk, as when a page changed them.</summary>
    public void SwitchMenu(Transaction tx, string lineUserId, string cause, DateTimeOffset now) =>
        Add(tx, OutgoingKind.Menu, lineUserId, null, now, [], cause, int.MaxValue, now, MenuLife);

    /// <summary>
    /// A cause with the instant at which it is stored, which is once. What the store counts itself (an application, a present) it may count
    /// again after an older copy of it was restored, and LINE would take the new message for a repetition of the lost one.
    /// </summary>
    private static string OnceHere(string cause, DateTimeOffset now) => $"{cause}@{now.ToUnixTimeMilliseconds()}";

    private void PushOnce(
        Transaction tx, string lineUserId, IReadOnlyList<Message> messages, string cause, int position, DateTimeOffset now, TimeSpan life)
    {
        if (accounts.CustomerOf(tx, lineUserId).IsFriend)
            Add(tx, OutgoingKind.Push, lineUserId, null, now, MessageBatch.Serialize(messages), cause, position, now, life);
    }

    private long Add(
        Transaction tx, OutgoingKind kind, string chatId, string? replyToken, DateTimeOffset tokenUntil, byte[] batch,
        string cause, int position, DateTimeOffset now, TimeSpan life, InboxEvent? answered = null)
    {
        // What the sender takes up at once counts as tried from the start, which saves a commit on the way of every answer.
        var atOnce = sender.IsIdle(OutgoingMessage.LaneOf(kind, chatId));
        var stored = store.Add(tx,
            new OutgoingMessage(0, kind, chatId, replyToken, tokenUntil, batch, RetryKey.Of(cause, position), now + life, IsMarkedTried: atOnce,
                StoredAt: now, AskedAt: answered?.ReceivedAt, Trace: answered?.Trace), cause, now);
        if (kind == OutgoingKind.Push)
            store.CountPush(tx, JapanTime.MonthOf(now));
        tx.AfterCommit(() => sender.TakeUp(stored));
        return stored.Id;
    }
}
