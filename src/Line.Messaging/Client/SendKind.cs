namespace Line.Messaging;

/// <summary>LINE's ways of sending.</summary>
public enum SendKind
{
    /// <summary>An answer to an event.</summary>
    Reply,

    /// <summary>To one chat.</summary>
    Push,

    /// <summary>To up to 500 users.</summary>
    Multicast,

    /// <summary>To an audience.</summary>
    Narrowcast,

    /// <summary>To all friends.</summary>
    Broadcast,
}
