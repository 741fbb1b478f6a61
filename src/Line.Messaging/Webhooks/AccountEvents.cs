namespace Line.Messaging;

/// <summary>What happened between a module channel and an account.</summary>
public enum ModuleChange
{
    /// <summary>The module was attached.</summary>
    Attached,

    /// <summary>The module was detached.</summary>
    Detached,

    /// <summary>Something that LINE added later.</summary>
    Unknown,
}

/// <summary>A module channel was attached to an account, or detached. See https://developers.line.biz/en/reference/partner-docs/#module-channel.</summary>
/// <param name="Change">What happened.</param>
/// <param name="BotId">The user ID of the account's bot.</param>
/// <param name="Scopes">What the account's owner permits; only when attached.</param>
/// <param name="Reason">Why it was detached (<c>bot_deleted</c>); only when detached.</param>
public sealed record ModuleEvent(ModuleChange Change, string? BotId, IReadOnlyList<string> Scopes, string? Reason) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "module";
}

/// <summary>This module channel got control of the chat. See https://developers.line.biz/en/reference/partner-docs/#activated-event.</summary>
/// <param name="ExpiresAt">When control ends, unless it is passed on earlier.</param>
public sealed record ActivatedEvent(DateTimeOffset ExpiresAt) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "activated";
}

/// <summary>This module channel lost control of the chat. See https://developers.line.biz/en/reference/partner-docs/#deactivated-event.</summary>
public sealed record DeactivatedEvent : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "deactivated";
}

/// <summary>The account was suspended. See https://developers.line.biz/en/reference/partner-docs/#bot-suspended-event.</summary>
public sealed record BotSuspendedEvent : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "botSuspended";
}

/// <summary>The account is back from suspension. See https://developers.line.biz/en/reference/partner-docs/#bot-resumed-event.</summary>
public sealed record BotResumedEvent : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "botResumed";
}

/// <summary>
/// A LINE notification message (sent to a phone number, a corporate option) was delivered.
/// See https://developers.line.biz/en/reference/line-notification-messages/#delivery-event.
/// </summary>
/// <param name="Data">The hashed phone number, or the delivery tag given when sending.</param>
public sealed record DeliveryEvent(string Data) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "delivery";
}
