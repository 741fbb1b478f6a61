using LineBot.Accounts;
using LineBot.Operations;
using LineBot.Outbox;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Inquiries;

/// <summary>
/// Closes talks whose customer has not come back to the operator's last word, with a sentence. Only while people are there:
/// nobody hears of it at night, and whoever still wants something finds somebody.
/// </summary>
public sealed class IdleChore(
    Database database, InquiryStore inquiries, InquiryEnd end, InquiryHours hours, AccountStore accounts, OutboxWriter outbox, AuditStore audit,
    DeskReplies replies, IOptions<InquiryOptions> options, TimeProvider clock) : IChore
{
    private const int Portion = 100;
    private static readonly TimeSpan WorthSaying = TimeSpan.FromHours(6);

    public TimeSpan Rest => TimeSpan.FromMinutes(1);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!hours.IsOpenAt(now))
            return false;
        var closed = await database.WriteAsync(tx =>
        {
            var idle = inquiries.ListIdle(tx, now - options.Value.IdleClose, Portion);
            foreach (var inquiry in idle)
                Close(tx, inquiry, now);
            return idle.Count;
        });
        return closed == Portion;
    }

    private void Close(Transaction tx, Inquiry inquiry, DateTimeOffset now)
    {
        if (!end.Close(tx, inquiry, null, now))
            return;
        var tongue = accounts.CustomerOf(tx, inquiry.LineUserId).Tongue;
        outbox.Push(tx, inquiry.LineUserId, [replies.ClosedForIdleness(tongue, inquiry.Id)], $"inquiry-idle:{inquiry.Id}", 0, now, WorthSaying);
        audit.Write(tx, now, "system", "inquiry-closed", detail: $"inquiry {inquiry.Id}: idle");
    }
}
