namespace LineBot.Inquiries;

/// <summary>What came with a message. The bytes are in <see cref="AttachmentStore.ContentOf"/> while <see cref="State"/> is <c>kept</c>.</summary>
/// <param name="State">
/// <c>waiting</c> to be fetched from LINE, <c>kept</c>, <c>too-large</c>, <c>gone</c> (LINE has it no more), <c>failed</c> after all
/// tries, or <c>removed</c> (taken back by the customer, or kept long enough).
/// </param>
/// <param name="ContentType">One that was recognised in the bytes and is harmless to show, else <c>application/octet-stream</c>.</param>
/// <param name="Size">Bytes.</param>
public sealed record Attachment(long MessageId, string LineMessageId, string State, long Tries, string? ContentType, long? Size, DateTimeOffset? KeptAt)
{
    public bool IsKept => State == "kept";
}
