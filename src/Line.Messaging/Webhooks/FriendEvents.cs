namespace Line.Messaging;

/// <summary>A user added the account as a friend, or unblocked it. See https://developers.line.biz/en/reference/messaging-api/#follow-event.</summary>
/// <param name="IsUnblocked">True for unblocked, false for newly added. LINE does not guarantee that it is right; null where it does not say.</param>
public sealed record FollowEvent(bool? IsUnblocked) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "follow";
}

/// <summary>A user blocked the account: pushes to them succeed and vanish. See https://developers.line.biz/en/reference/messaging-api/#unfollow-event.</summary>
public sealed record UnfollowEvent : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "unfollow";
}

/// <summary>The account joined a group or multi-person chat. See https://developers.line.biz/en/reference/messaging-api/#join-event.</summary>
public sealed record JoinEvent : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "join";
}

/// <summary>The account was removed from a group or left it. See https://developers.line.biz/en/reference/messaging-api/#leave-event.</summary>
public sealed record LeaveEvent : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "leave";
}

/// <summary>Users joined a group that the account is in. See https://developers.line.biz/en/reference/messaging-api/#member-joined-event.</summary>
/// <param name="Members">Who joined.</param>
public sealed record MemberJoinedEvent(IReadOnlyList<EventSource> Members) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "memberJoined";
}

/// <summary>Users left a group that the account is in. See https://developers.line.biz/en/reference/messaging-api/#member-left-event.</summary>
/// <param name="Members">Who left.</param>
public sealed record MemberLeftEvent(IReadOnlyList<EventSource> Members) : WebhookEvent
{
    /// <inheritdoc/>
    public override string Type => "memberLeft";
}
