namespace Line.Messaging;

/// <summary>Where an event happened. See https://developers.line.biz/en/reference/messaging-api/#source-user.</summary>
public abstract record EventSource
{
    private protected EventSource()
    {
    }

    /// <summary>LINE's name of the kind of source: <c>user</c>, <c>group</c>, <c>room</c>, or one added later.</summary>
    public abstract string Type { get; }

    /// <summary>The ID of the chat: of the user, the group or the room. What messages are pushed to, and what events are ordered by.</summary>
    public abstract string? ChatId { get; }

    /// <summary>The ID of the user who caused the event, where LINE tells it. The same user has another ID under another provider.</summary>
    public abstract string? UserId { get; init; }

    /// <summary>The type only, so that no ID reaches a log by accident.</summary>
    public sealed override string ToString() => Type;
}

/// <summary>A one-on-one chat.</summary>
/// <param name="UserId">The user; null only where LINE leaves it out.</param>
public sealed record UserSource(string? UserId) : EventSource
{
    /// <inheritdoc/>
    public override string Type => "user";

    /// <inheritdoc/>
    public override string? ChatId => UserId;
}

/// <summary>A group chat. See https://developers.line.biz/en/reference/messaging-api/#source-group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="UserId">Who acted: in message events only, and only for users of LINE for iOS and Android.</param>
public sealed record GroupSource(string GroupId, string? UserId) : EventSource
{
    /// <inheritdoc/>
    public override string Type => "group";

    /// <inheritdoc/>
    public override string? ChatId => GroupId;
}

/// <summary>A multi-person chat. See https://developers.line.biz/en/reference/messaging-api/#source-room.</summary>
/// <param name="RoomId">The multi-person chat.</param>
/// <param name="UserId">Who acted: in message events only, and only for users of LINE for iOS and Android.</param>
public sealed record RoomSource(string RoomId, string? UserId) : EventSource
{
    /// <inheritdoc/>
    public override string Type => "room";

    /// <inheritdoc/>
    public override string? ChatId => RoomId;
}

/// <summary>A kind of source that LINE added later.</summary>
/// <param name="Kind">The <c>type</c> as received.</param>
public sealed record UnknownSource(string Kind) : EventSource
{
    /// <inheritdoc/>
    public override string Type => Kind;

    /// <summary>Always null: what identifies this kind of chat is not known.</summary>
    public override string? ChatId => null;

    /// <inheritdoc/>
    public override string? UserId { get; init; }
}
