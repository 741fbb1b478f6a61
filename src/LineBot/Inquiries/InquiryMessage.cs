namespace LineBot.Inquiries;

/// <summary>One message of an inquiry, as kept: masked, and without its text once the customer took it back.</summary>
/// <param name="Author"><c>customer</c> or <c>operator</c>.</param>
/// <param name="OperatorName">Who answered; null for the customer's own.</param>
/// <param name="Kind"><c>text</c>, <c>sticker</c>, <c>image</c>, <c>video</c>, <c>audio</c>, <c>file</c>, <c>location</c> or <c>other</c>.</param>
/// <param name="Text">What was written, or what describes it: a file's name, a place's address.</param>
/// <param name="LineMessageId">LINE's id of it, under which LINE keeps pictures and files for a while.</param>
/// <param name="WentBy">Which way an operator's answer went: <c>reply</c> (free) or <c>push</c>; null until it was sent.</param>
/// <param name="Sending">How the sending stands: 0 waiting, 1 sent, 2 too late, 3 refused by LINE; null for the customer's own and for long ago.</param>
public sealed record InquiryMessage(
    long Id, long InquiryId, string Author, string? OperatorName, string Kind, string Text, string? LineMessageId, DateTimeOffset At,
    DateTimeOffset? UnsentAt, string? WentBy, long? Sending);
