namespace Line.Messaging;

/// <summary>
/// An event of a kind that LINE added later, or one that is not as LINE documents it. Keep <see cref="WebhookEvent.Raw"/> and go on.
/// The common properties are there as far as they could be read.
/// </summary>
/// <param name="Kind">The <c>type</c> as received; empty when there is none.</param>
public sealed record UnknownEvent(string Kind) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => Kind;
}
