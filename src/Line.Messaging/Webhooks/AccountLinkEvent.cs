namespace Line.Messaging;

/// <summary>How linking an account of the service to a LINE account ended.</summary>
public enum AccountLinkResult
{
    /// <summary>The LINE user who opened the page is the one for whom the link token was issued.</summary>
    Ok,

    /// <summary>Somebody else opened the page. The event has neither <see cref="WebhookEvent.Source"/> nor <see cref="WebhookEvent.ReplyToken"/>.</summary>
    Failed,

    /// <summary>A result that LINE added later: link nothing.</summary>
    Unknown,
}

/// <summary>
/// A user finished LINE's account-link dialog. An expired or used link token causes no event at all.
/// See https://developers.line.biz/en/reference/messaging-api/#account-link-event.
/// </summary>
/// <param name="Result">Whether the accounts may be linked.</param>
/// <param name="Nonce">The nonce that the service gave to the dialog. Accept each once.</param>
public sealed record AccountLinkEvent(AccountLinkResult Result, string Nonce) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "accountLink";
}
