using LineBot.Accounts;
using LineBot.Console.Staff;
using LineBot.Inquiries;
using LineBot.Storage;

namespace LineBot.Console.Talks;

/// <summary>Reads one talk with all that stands beside it.</summary>
internal sealed class TalkReader(
    InquiryStore inquiries, NoteStore notes, QuestionStore questions, ProposalStore proposals, AttachmentStore attachments,
    AccountStore accounts, OperatorStore operators)
{
    private const int MostMessages = 300;

    public Talk? Read(Transaction tx, long inquiryId, DateTimeOffset now) => inquiries.Find(tx, inquiryId) is not { } inquiry
        ? null
        : new Talk(
            inquiry, accounts.CustomerOf(tx, inquiry.LineUserId), inquiries.Read(tx, inquiryId, MostMessages), notes.Of(tx, inquiryId),
            questions.CardOf(tx, inquiryId), proposals.Of(tx, inquiryId), attachments.Of(tx, inquiryId).ToDictionary(one => one.MessageId),
            operators.List(tx).ToDictionary(person => person.Name, person => person.DisplayName), now);
}
