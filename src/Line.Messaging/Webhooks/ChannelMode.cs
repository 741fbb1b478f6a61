namespace Line.Messaging;

/// <summary>Whether this channel has the chat. See https://developers.line.biz/en/reference/messaging-api/#common-properties.</summary>
public enum ChannelMode
{
    /// <summary>The channel may answer. Also assumed when the event does not say, as in old verification requests.</summary>
    Active,

    /// <summary>Another channel (a module) has the chat: there is no reply token, and nothing should be sent.</summary>
    Standby,

    /// <summary>A mode that LINE added later.</summary>
    Unknown,
}
