namespace LineBot.RichMenu;

/// <summary>What was done on the channel, in order, and what stopped it if something did.</summary>
/// <param name="Failure">Null where all is as the folder says. What was done before stands; publishing again goes on from there.</param>
public sealed record PublishResult(IReadOnlyList<PublishStep> Steps, Exception? Failure);

/// <param name="Subject">The alias or the published name that it was done to.</param>
public sealed record PublishStep(PublishAction Action, string Subject);

public enum PublishAction
{
    /// <summary>The channel has this very menu already.</summary>
    Unchanged,
    Created,
    Uploaded,
    AliasSet,
    DefaultSet,

    /// <summary>LINE is still moving the old menu's customers; it stays until the next time.</summary>
    Kept,
    Removed,
}
