using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>
/// Switches the menus of all users at once; 3 an hour. See https://developers.line.biz/en/reference/messaging-api/#batch-control-rich-menus-of-users.
/// </summary>
/// <param name="Operations">Up to 1,000, each <c>from</c> once; <see cref="RichMenuBatchUnlinkAll"/> only alone.</param>
public sealed record RichMenuBatch(IReadOnlyList<RichMenuBatchOperation> Operations)
{
    /// <summary>Goes on with a batch that failed half-way, for 14 days: 1 to 100 of <c>A-Z a-z 0-9 _ -</c>.</summary>
    public string? ResumeRequestKey { get; init; }
}

/// <summary>One part of a <see cref="RichMenuBatch"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichMenuBatchLink), "link")]
[JsonDerivedType(typeof(RichMenuBatchUnlink), "unlink")]
[JsonDerivedType(typeof(RichMenuBatchUnlinkAll), "unlinkAll")]
public abstract record RichMenuBatchOperation
{
    private protected RichMenuBatchOperation()
    {
    }
}

/// <summary>Everybody who has one menu gets another.</summary>
/// <param name="From">The menu they have.</param>
/// <param name="To">The menu they get.</param>
public sealed record RichMenuBatchLink(string From, string To) : RichMenuBatchOperation;

/// <summary>Everybody who has a menu of their own gets the default one.</summary>
/// <param name="From">The menu they have.</param>
public sealed record RichMenuBatchUnlink(string From) : RichMenuBatchOperation;

/// <summary>Nobody has a menu of their own any more.</summary>
public sealed record RichMenuBatchUnlinkAll : RichMenuBatchOperation;

/// <summary>How far a batch is. See https://developers.line.biz/en/reference/messaging-api/#get-batch-control-rich-menus-progress-status.</summary>
/// <param name="Phase"><c>ongoing</c>, <c>succeeded</c> or <c>failed</c>.</param>
/// <param name="AcceptedTime">When LINE took it.</param>
/// <param name="CompletedTime">When it ended; null until then.</param>
public sealed record RichMenuBatchProgress(string Phase, DateTimeOffset AcceptedTime, DateTimeOffset? CompletedTime = null);
