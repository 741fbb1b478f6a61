namespace LineBot.Handlers.TalkInquiry;

/// <summary>One talk between a customer and the people of the company.</summary>
/// <param name="WaitingSince">Since when the last word is the customer's; null once it was answered, or when nothing was asked yet.</param>
/// <param name="ClosedBy"><c>customer</c> or <c>operator</c>; null while it is open.</param>
public sealed record Inquiry(long Id, string LineUserId, DateTimeOffset OpenedAt, DateTimeOffset? WaitingSince, DateTimeOffset? ClosedAt, string? ClosedBy)
{
    public bool IsOpen => ClosedAt is null;
}

/// <summary>One message of an inquiry, as kept: masked, and without its text once the customer took it back.</summary>
/// <param name="Author"><c>customer</c> or <c>operator</c>.</param>
/// <param name="OperatorName">Who answered; null for the customer's own.</param>
/// <param name="Kind"><c>text</c>, <c>sticker</c>, <c>image</c>, <c>video</c>, <c>audio</c>, <c>file</c>, <c>location</c> or <c>other</c>.</param>
/// <param name="Text">What was written, or what describes it: a file's name, a place's address.</param>
/// <param name="LineMessageId">LINE's id of it, under which LINE keeps pictures and files for a while.</param>
public sealed record InquiryMessage(
    long Id, long InquiryId, string Author, string? OperatorName, string Kind, string Text, string? LineMessageId, DateTimeOffset At, DateTimeOffset? UnsentAt);
