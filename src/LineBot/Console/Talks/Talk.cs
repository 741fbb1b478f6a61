using LineBot.Accounts;
using LineBot.Inquiries;

namespace LineBot.Console.Talks;

/// <summary>One talk as the page shows it.</summary>
/// <param name="Customer">With the links of this moment.</param>
/// <param name="Card">What was asked, shown and answered before people got it.</param>
/// <param name="Attachments">What came with messages, by the message.</param>
/// <param name="Names">The operators' shown names.</param>
public sealed record Talk(
    Inquiry Inquiry, Customer Customer, IReadOnlyList<InquiryMessage> Messages, IReadOnlyList<InquiryNote> Notes, IReadOnlyList<Question> Card,
    IReadOnlyList<Proposal> Proposals, IReadOnlyDictionary<long, Attachment> Attachments, IReadOnlyDictionary<string, string> Names, DateTimeOffset At)
{
    public string? Holder => Inquiry.TakenBy is { } name ? NameOf(name) : null;

    public string NameOf(string operatorName) => Names.GetValueOrDefault(operatorName, operatorName);

    /// <summary>Messages, notes and what happened, in the order of time.</summary>
    public IEnumerable<TalkLine> Lines
    {
        get
        {
            List<TalkLine> lines = [new(Inquiry.OpenedAt, TalkLineKind.Opened)];
            if (Inquiry.TakenAt is { } taken)
                lines.Add(new(taken, TalkLineKind.Taken));
            lines.AddRange(Messages.Select(message => new TalkLine(message.At, TalkLineKind.Message) { Message = message }));
            lines.AddRange(Notes.Select(note => new TalkLine(note.At, TalkLineKind.Note) { Note = note }));
            lines.AddRange(Proposals.Select(proposal => new TalkLine(proposal.ProposedAt, TalkLineKind.Proposal) { Proposal = proposal }));
            if (Inquiry.ClosedAt is { } closed)
                lines.Add(new(closed, TalkLineKind.Closed));
            return lines.OrderBy(line => line.At).ThenBy(line => line.Kind);
        }
    }
}

public enum TalkLineKind
{
    Opened,
    Taken,
    Message,
    Note,
    Proposal,
    Closed,
}

public sealed record TalkLine(DateTimeOffset At, TalkLineKind Kind)
{
    public InquiryMessage? Message { get; init; }

    public InquiryNote? Note { get; init; }

    public Proposal? Proposal { get; init; }
}
