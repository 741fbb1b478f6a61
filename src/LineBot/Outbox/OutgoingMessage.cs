using LineBot.Storage;

namespace LineBot.Outbox;

public enum OutgoingKind
{
    /// <summary>Answers an event with its reply token, free of charge; by push once the token is late or refused.</summary>
    Reply,

    /// <summary>Goes to a customer who did not just do something.</summary>
    Push,

    /// <summary>Gives the customer the rich menu of their present links.</summary>
    Menu,
}

/// <summary>A stored message on its way to LINE.</summary>
/// <param name="Id">The order in which messages were stored.</param>
/// <param name="Messages">The JSON array of 1–5 messages as it goes on the wire; empty for a menu.</param>
/// <param name="TokenUntil">The instant from which the reply token is not worth trying for the first time.</param>
/// <param name="RetryKey">The same for every push of this message, so that LINE recognises a repetition.</param>
/// <param name="IsMarkedTried">The store knows that LINE may be seeing this message; without that mark no attempt is made.</param>
/// <param name="ReplyToken">Null where there is none, and once it was refused or given up as late: from then on every attempt is a push.</param>
/// <param name="MayHaveBeenHeard">LINE may have taken an earlier attempt whose answer never came back.</param>
/// <param name="StoredAt">Since when it waits.</param>
/// <param name="AskedAt">When the event that this answers came in; null for what no tap waits for.</param>
/// <param name="Owner">The node that sends it; null where nothing is shared.</param>
/// <param name="Before">The message of its chat that waited before it when it was stored; null where that is not asked for.</param>
/// <param name="Trace">The span that sending it belongs to, as a <c>traceparent</c>; null while nobody collects traces.</param>
public sealed record OutgoingMessage(
    long Id, OutgoingKind Kind, string ChatId, string? ReplyToken, DateTimeOffset TokenUntil, byte[] Messages, Guid RetryKey,
    DateTimeOffset ExpiresAt, bool IsMarkedTried, bool MayHaveBeenHeard = false,
    DateTimeOffset StoredAt = default, DateTimeOffset? AskedAt = null, string? Trace = null, long? Owner = null, long? Before = null)
    : IChatPiece
{
    /// <summary>Whose turn it waits for. A menu that cannot be switched must not hold up what its customer is told.</summary>
    public string Lane => LaneOf(Kind, ChatId);

    string IChatPiece.ChatId => Lane;

    DateTimeOffset IChatPiece.Since => StoredAt;

    public static string LaneOf(OutgoingKind kind, string chatId) => kind == OutgoingKind.Menu ? $"{chatId}/menu" : chatId;
}
