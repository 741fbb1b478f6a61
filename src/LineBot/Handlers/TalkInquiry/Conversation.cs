using Line.Messaging;
using LineBot.Inquiries;
using LineBot.Outbox;
using LineBot.RichMenu;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>Takes what a customer sends into their inquiry: masked, bounded, and told honestly what happens next.</summary>
public sealed class Conversation(
    InquiryStore inquiries, QueueStore queue, AttachmentStore attachments, ContentWorker contents, HandOver handOver, InquirySignal signal, QueueReplies replies,
    IOptions<InquiryOptions> options)
{
    /// <summary>How long texts go on belonging to an open inquiry without a tap.</summary>
    public static readonly TimeSpan StaysOpen = TimeSpan.FromDays(30);

    /// <summary>Opens an inquiry with what the customer sent.</summary>
    public Reply Begin(Turn turn, MessageContent message)
    {
        var (id, _) = handOver.Open(turn);
        var note = Keep(turn, id, message);
        return Expecting(turn, replies.Received(turn.Tongue, handOver.PlaceOf(turn.Tx, id, turn.Now), turn.Now, note));
    }

    /// <summary>
    /// Adds to an open inquiry. While an operator has it nobody comes between the two: nothing is said,
    /// and the reply token is left for the operator's answer, unless there is something that the customer has to know.
    /// </summary>
    public Reply Add(Turn turn, Inquiry open, MessageContent message)
    {
        if (inquiries.CountUnanswered(turn.Tx, open.Id) >= options.Value.MostUnanswered)
            return Expecting(turn, replies.Full(turn.Tongue));
        var note = Keep(turn, open.Id, message);
        if (open.State == InquiryState.Waiting)
            return Expecting(turn, replies.Added(turn.Tongue, note));
        if (note.SaysSomething)
            return Expecting(turn, replies.Kept(turn.Tongue, note));
        if (turn.Tap.Event is { ReplyToken: { } token } e)
            queue.KeepReplyToken(turn.Tx, open.Id, token, OutboxWriter.TokenUntil(e));
        return Reply.Nothing.Expecting(TalkActions.Question, turn.Now + StaysOpen);
    }

    private KeepingNote Keep(Turn turn, long inquiryId, MessageContent message)
    {
        var (kind, typed) = InquiryContent.Of(message);
        var (masked, found) = Masking.Of(typed);
        var longest = options.Value.LongestText;
        var kept = Cut(masked, longest);
        var id = inquiries.AddFromCustomer(turn.Tx, inquiryId, kind, kept, message.Id, turn.Now);
        if (id is { } added && InquiryContent.IsFetched(message))
        {
            attachments.Await(turn.Tx, added, message.Id, turn.Now);
            contents.Wake(turn.Tx);
        }
        signal.Raise(turn.Tx, inquiryId);
        return new KeepingNote(found, kept.Length < masked.Length ? longest : null);
    }

    private static Reply Expecting(Turn turn, Message message) =>
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
public sealed record KeepingNote(Secret Covered, int? CutAfter)
{
    public bool SaysSomething => Covered != Secret.None || CutAfter is not null;
}
