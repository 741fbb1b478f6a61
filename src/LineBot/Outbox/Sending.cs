namespace LineBot.Outbox;

/// <summary>How far a message has come on its way to LINE, as far as this node knows.</summary>
internal sealed class Sending(OutgoingMessage message)
{
    public OutgoingMessage Message => message;

    /// <summary>Whether the store says that LINE may have been called.</summary>
    public bool IsMarkedTried { get; set; } = message.IsMarkedTried;

    /// <summary>Whether a call was made whose answer was lost.</summary>
    public bool MayHaveBeenHeard { get; set; } = message.MayHaveBeenHeard;

    /// <summary>Whether it goes by its reply token; otherwise it is pushed.</summary>
    public bool HasToken { get; set; } = message is { Kind: OutgoingKind.Reply, ReplyToken: not null };

    /// <summary>Whether this node has called LINE.</summary>
    public bool HasCalled { get; set; }

    /// <summary>The way it takes now; null for a menu, which has only one.</summary>
    public string? Way => message.Kind == OutgoingKind.Menu ? null : HasToken ? "reply" : "push";
}
