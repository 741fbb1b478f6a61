using LineBot.Accounts;
using LineBot.Inquiries;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>The way to people: into the queue with what was asked so far, how it stands there, and its end.</summary>
public sealed class HandOver(
    InquiryStore inquiries, QuestionStore questions, AccountStore accounts, Waits waits, InquiryEnd end, InquirySignal signal, QueueReplies replies)
{
    /// <summary>What was asked longer ago is another matter.</summary>
    private static readonly TimeSpan SameMatter = TimeSpan.FromHours(2);

    /// <summary>Opens an inquiry with the questions that the customer asked of late, so that nobody tells it twice.</summary>
    /// <returns>Its id, and how many questions are on its card.</returns>
    public (long Id, int Questions) Open(Turn turn)
    {
        accounts.Ensure(turn.Tx, turn.LineUserId, turn.Now);
        var id = inquiries.Open(turn.Tx, turn.LineUserId, turn.Now);
        signal.Raise(turn.Tx, id);
        return (id, questions.HandOver(turn.Tx, turn.LineUserId, id, turn.Now - SameMatter));
    }

    /// <summary>Into the queue, or how it stands there for who is in it.</summary>
    public Reply Connect(Turn turn)
    {
        if (StandingOf(turn) is { } standing)
            return standing;
        var (id, asked) = Open(turn);
        var place = PlaceOf(turn.Tx, id, turn.Now);
        return Reply.With(replies.Connecting(turn.Tongue, place, hasAsked: asked > 0, turn.Now)).Expecting(TalkActions.Question, turn.Now + Conversation.StaysOpen);
    }

    /// <summary>How the customer's open inquiry stands; null where there is none.</summary>
    public Reply? StandingOf(Turn turn) =>
        inquiries.FindOpen(turn.Tx, turn.LineUserId) is { } open
            ? Reply.With(replies.Standing(turn.Tongue, PlaceOf(turn.Tx, open, turn.Now), turn.Now)).Expecting(TalkActions.Question, turn.Now + Conversation.StaysOpen)
            : null;

    /// <summary>Null once an operator has it.</summary>
    public Place? PlaceOf(Transaction tx, Inquiry inquiry, DateTimeOffset now) =>
        inquiry.State == InquiryState.Waiting ? PlaceOf(tx, inquiry.Id, now) : null;

    public Place PlaceOf(Transaction tx, long inquiryId, DateTimeOffset now) => new(inquiries.CountAhead(tx, inquiryId) + 1, waits.Typical(tx, now));

    public Reply End(Turn turn)
    {
        if (inquiries.FindOpen(turn.Tx, turn.LineUserId) is not { } open)
            return Reply.With(replies.NothingToEnd(turn.Tongue)).ExpectingNothing();
        end.Close(turn.Tx, open, "customer", turn.Now);
        return Reply.With(replies.Ended(turn.Tongue, open.Id)).ExpectingNothing();
    }
}

/// <summary>Where an inquiry stands in the queue.</summary>
/// <param name="Number">1 is the next.</param>
/// <param name="TypicalWait">How long others waited of late; null where that is not known.</param>
public sealed record Place(int Number, TimeSpan? TypicalWait);
