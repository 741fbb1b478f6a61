using Line.Messaging;
using LineBot.Accounts;
using LineBot.Outbox;
using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>
/// What operators do with inquiries. Each act is audited and, where the customer has to hear of it, reaches their talk in the same
/// transaction. An inquiry has one operator at a time: an act on another's inquiry changes nothing and says whose it is.
/// </summary>
public sealed class InquiryDesk(
    InquiryStore inquiries, QueueStore queue, NoteStore notes, AccountStore accounts, OutboxWriter outbox, AuditStore audit,
    DeskReplies replies, InquiryEnd end, InquirySignal signal, InquiryFigures figures)
{
    /// <summary>UTF-16 units, as LINE counts a text.</summary>
    public const int LongestAnswer = 5_000;

    public const int LongestNote = 2_000;

    /// <summary>An answer from people is not stale after minutes: while LINE cannot be reached, it waits.</summary>
    private static readonly TimeSpan WorthSaying = TimeSpan.FromDays(1);

    /// <summary>Takes an inquiry out of the queue; the customer hears that somebody is there. Taking one's own again changes nothing.</summary>
    public DeskOutcome Take(Transaction tx, long inquiryId, string operatorName, DateTimeOffset now)
    {
        var inquiry = inquiries.Find(tx, inquiryId);
        if (inquiry is { IsOpen: true } && inquiry.TakenBy == operatorName)
            return new DeskOutcome(DeskResult.Done, operatorName);
        if (!queue.Take(tx, inquiryId, operatorName, now))
            return DeskOutcome.Refusal(inquiry);
        tx.AfterCommit(() => figures.Taken(inquiry!, now));
        Say(tx, inquiry!, [replies.Taken(accounts.CustomerOf(tx, inquiry!.LineUserId).Tongue)], $"inquiry-taken:{inquiryId}:{now.ToUnixTimeMilliseconds()}", now);
        return Noted(tx, inquiryId, operatorName, "inquiry-taken", now, operatorName);
    }

    /// <summary>Gives an inquiry to a colleague. The customer hears nothing of it.</summary>
    /// <param name="isSupervisor">Whether others' inquiries may be moved too.</param>
    public DeskOutcome HandOn(
        Transaction tx, long inquiryId, string operatorName, string toOperator, DateTimeOffset now, bool isSupervisor = false) =>
        Move(tx, inquiryId, operatorName, toOperator, now, isSupervisor);

    /// <summary>Puts an inquiry back into the queue, at its old place.</summary>
    /// <inheritdoc cref="HandOn"/>
    public DeskOutcome PutBack(Transaction tx, long inquiryId, string operatorName, DateTimeOffset now, bool isSupervisor = false) =>
        Move(tx, inquiryId, operatorName, null, now, isSupervisor);

    /// <summary>Notes something for colleagues, on anybody's inquiry and on closed ones too. No customer sees it.</summary>
    public DeskOutcome Note(Transaction tx, long inquiryId, string operatorName, string text, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestNote)
            return new DeskOutcome(DeskResult.NotThatText);
        if (inquiries.Find(tx, inquiryId) is not { } inquiry)
            return new DeskOutcome(DeskResult.NotFound);
        var id = notes.Add(tx, inquiryId, operatorName, text, now);
        return Noted(tx, inquiryId, operatorName, "inquiry-noted", now, inquiry.TakenBy) with { Id = id };
    }

    /// <summary>Answers in the customer's talk. An inquiry that nobody has is taken by it.</summary>
    public DeskOutcome Answer(Transaction tx, long inquiryId, string operatorName, string text, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestAnswer)
            return new DeskOutcome(DeskResult.NotThatText);
        var inquiry = inquiries.Find(tx, inquiryId);
        if (inquiry is not { IsOpen: true } || (inquiry.TakenBy is { } other && other != operatorName))
            return DeskOutcome.Refusal(inquiry);
        var customer = accounts.CustomerOf(tx, inquiry.LineUserId);
        if (!customer.IsFriend)
            return new DeskOutcome(DeskResult.CustomerGone, inquiry.TakenBy);
        IReadOnlyList<Message> messages = [replies.Answer(customer.Tongue, text)];
        if (queue.Take(tx, inquiryId, operatorName, now))
        {
            tx.AfterCommit(() => figures.Taken(inquiry, now));
            messages = [replies.Taken(customer.Tongue) with { QuickReply = null }, .. messages];
        }
        var messageId = inquiries.AddFromOperator(tx, inquiryId, operatorName, text, now);
        if (Say(tx, inquiry, messages, $"inquiry-message:{messageId}", now) is { } outboxId)
            inquiries.SentAs(tx, messageId, outboxId);
        return Noted(tx, inquiryId, operatorName, "inquiry-answered", now, operatorName) with { Id = messageId };
    }

    /// <summary>Ends an inquiry, one's own or one that nobody has. The customer hears it and is asked how it was.</summary>
    /// <inheritdoc cref="HandOn"/>
    public DeskOutcome Close(Transaction tx, long inquiryId, string operatorName, DateTimeOffset now, bool isSupervisor = false)
    {
        var inquiry = inquiries.Find(tx, inquiryId);
        if (inquiry is not { IsOpen: true } || (inquiry.TakenBy is { } other && other != operatorName && !isSupervisor))
            return DeskOutcome.Refusal(inquiry);
        Say(tx, inquiry, [replies.ClosedByOperator(accounts.CustomerOf(tx, inquiry.LineUserId).Tongue, inquiryId)], $"inquiry-closed:{inquiryId}", now);
        end.Close(tx, inquiry, "operator", now);
        return Noted(tx, inquiryId, operatorName, "inquiry-closed", now, inquiry.TakenBy);
    }

    private DeskOutcome Move(Transaction tx, long inquiryId, string operatorName, string? to, DateTimeOffset now, bool isSupervisor)
    {
        var inquiry = inquiries.Find(tx, inquiryId);
        if (inquiry is not { IsOpen: true, TakenBy: { } holder } || (holder != operatorName && !isSupervisor) || !queue.Move(tx, inquiryId, holder, to, now))
            return DeskOutcome.Refusal(inquiry);
        var (action, whom) = to is null ? ("inquiry-put-back", holder) : ("inquiry-handed-on", $"{holder} to {to}");
        return Noted(tx, inquiryId, operatorName, action, now, to, whom);
    }

    private long? Say(Transaction tx, Inquiry inquiry, IReadOnlyList<Message> messages, string cause, DateTimeOffset now) =>
        outbox.Say(tx, inquiry.LineUserId, messages, cause, queue.SpendReplyToken(tx, inquiry.Id, now), now, WorthSaying);

    private DeskOutcome Noted(
        Transaction tx, long inquiryId, string operatorName, string action, DateTimeOffset now, string? takenBy, string? whom = null)
    {
        audit.Write(tx, now, $"operator:{operatorName}", action, detail: whom is null ? $"inquiry {inquiryId}" : $"inquiry {inquiryId}: {whom}");
        signal.Raise(tx, inquiryId);
        return new DeskOutcome(DeskResult.Done, takenBy);
    }
}
