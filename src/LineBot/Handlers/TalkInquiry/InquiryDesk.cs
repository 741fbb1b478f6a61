using LineBot.Accounts;
using LineBot.Outbox;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>Why an operator's answer or end was not taken, or that it was.</summary>
public enum DeskResult
{
    Done,
    NotFound,
    Closed,

    /// <summary>The customer has blocked the account: LINE would let the answer vanish.</summary>
    CustomerGone,

    /// <summary>Empty, or longer than LINE takes.</summary>
    NotThatText,
}

/// <summary>What operators do with inquiries. Each act is audited and reaches the customer's talk in the same transaction.</summary>
public sealed class InquiryDesk(InquiryStore inquiries, AccountStore accounts, OutboxWriter outbox, AuditStore audit, TalkInquiryReplies replies)
{
    public const int LongestAnswer = 5_000;

    /// <summary>An answer from people is not stale after minutes: while LINE cannot be reached, it waits.</summary>
    private static readonly TimeSpan WorthSaying = TimeSpan.FromDays(1);

    public DeskResult Answer(Transaction tx, long inquiryId, string operatorName, string text, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestAnswer)
            return DeskResult.NotThatText;
        if (Open(tx, inquiryId, out var inquiry) is not DeskResult.Done and var refused)
            return refused;
        var customer = accounts.CustomerOf(tx, inquiry!.LineUserId);
        if (!customer.IsFriend)
            return DeskResult.CustomerGone;
        var messageId = inquiries.AddFromOperator(tx, inquiryId, operatorName, text, now);
        outbox.Push(tx, inquiry.LineUserId, [replies.Answer(customer.Tongue, text)], $"inquiry-message:{messageId}", 0, now, WorthSaying);
        audit.Write(tx, now, $"operator:{operatorName}", "inquiry-answered", detail: $"inquiry {inquiryId}");
        return DeskResult.Done;
    }

    public DeskResult Close(Transaction tx, long inquiryId, string operatorName, DateTimeOffset now)
    {
        if (Open(tx, inquiryId, out var inquiry) is not DeskResult.Done and var refused)
            return refused;
        inquiries.Close(tx, inquiryId, "operator", now);
        var customer = accounts.CustomerOf(tx, inquiry!.LineUserId);
        if (customer.Expects?.Action == TalkInquiryHandler.Question)
            accounts.Expect(tx, inquiry.LineUserId, Expectation.None, now);
        outbox.Push(tx, inquiry.LineUserId, [replies.ClosedByOperator(customer.Tongue)], $"inquiry-closed:{inquiryId}", 0, now, WorthSaying);
        audit.Write(tx, now, $"operator:{operatorName}", "inquiry-closed", detail: $"inquiry {inquiryId}");
        return DeskResult.Done;
    }

    private DeskResult Open(Transaction tx, long inquiryId, out Inquiry? inquiry)
    {
        inquiry = inquiries.Find(tx, inquiryId);
        return inquiry switch
        {
            null => DeskResult.NotFound,
            { IsOpen: false } => DeskResult.Closed,
            _ => DeskResult.Done,
        };
    }
}
