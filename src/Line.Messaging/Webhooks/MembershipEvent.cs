namespace Line.Messaging;

/// <summary>What happened to a user's paid membership.</summary>
public enum MembershipChange
{
    /// <summary>The user joined.</summary>
    Joined,

    /// <summary>The user left.</summary>
    Left,

    /// <summary>The membership was renewed.</summary>
    Renewed,

    /// <summary>Something that LINE added later.</summary>
    Unknown,
}

/// <summary>A user's membership of the account's paid plan changed. See https://developers.line.biz/en/reference/messaging-api/#membership-event.</summary>
/// <param name="Change">What happened.</param>
/// <param name="MembershipId">The plan.</param>
public sealed record MembershipEvent(MembershipChange Change, long MembershipId) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "membership";
}
