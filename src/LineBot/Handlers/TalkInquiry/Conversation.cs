using Line.Messaging;
using LineBot.Inquiries;
using LineBot.RichMenu;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>Takes what a customer sends into their inquiry: masked, bounded, and told honestly what happens next.</summary>
public sealed class Conversation(InquiryStore inquiries, TalkInquiryReplies replies, IOptions<InquiryOptions> options)
{
    /// <summary>How long texts go on belonging to an open inquiry without a tap.</summary>
    public static readonly TimeSpan StaysOpen = TimeSpan.FromDays(30);

    public Reply Add(Turn turn, Inquiry? open, MessageContent message)
    {
        var (kind, typed) = InquiryContent.Of(message);
        var (masked, found) = Masking.Of(typed);
        var kept = Cut(masked, options.Value.LongestText);
        var note = new KeepingNote(found, kept.Length < masked.Length ? options.Value.LongestText : null);

        var id = open?.Id ?? inquiries.Open(turn.Tx, turn.LineUserId, turn.Now);
        if (inquiries.CountUnanswered(turn.Tx, id) >= options.Value.MostUnanswered)
            return Keep(turn, replies.Full(turn.Tongue));
        inquiries.AddFromCustomer(turn.Tx, id, kind, kept, message.Id, turn.Now);
        return Keep(turn, open is null
            ? replies.Received(turn.Tongue, inquiries.CountAhead(turn.Tx, id) + 1, turn.Now, note)
            : replies.Added(turn.Tongue, note));
    }

    /// <summary>The inquiry's place among those that wait, 1 being the next; null when it waits for nothing.</summary>
    public int? PlaceOf(Transaction tx, Inquiry inquiry) =>
        inquiry.WaitingSince is null ? null : inquiries.CountAhead(tx, inquiry.Id) + 1;

    private static Reply Keep(Turn turn, Message message) =>
        Reply.With(message).Expecting(TalkActions.Question, turn.Now + StaysOpen);

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}

/// <summary>What the customer has to be told about how a message was kept.</summary>
/// <param name="Covered">What was made unreadable in it.</param>
/// <param name="CutAfter">After how many characters it was cut off, if it was.</param>
public sealed record KeepingNote(Secret Covered, int? CutAfter);
