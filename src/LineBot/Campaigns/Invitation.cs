namespace LineBot.Campaigns;

/// <summary>An invitation link that a LINE account issued.</summary>
public sealed record Invitation
{
    /// <summary>Ten characters that cannot be mistaken for one another, unique.</summary>
    public required string Code { get; init; }

    /// <summary>The inviter.</summary>
    public required string LineUserId { get; init; }

    /// <summary>The Japanese day of the issue; one a day and account.</summary>
    public required DateOnly IssuedOn { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When the invited went on from its page, by a tap; null while nobody did.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Whether the inviter lets the page show their name.</summary>
    public bool ShowsName { get; init; }

    /// <summary>From this instant it admits nobody.</summary>
    public DateTimeOffset ExpiresAt(CampaignOptions options) => IssuedAt + options.InvitationLifetime;
}

/// <summary>What became of an invitation, for its inviter: nothing that tells who the invited is.</summary>
public sealed record InvitationStatus
{
    public required string Code { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When somebody applied with it who was not declined.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    public DateTimeOffset? ActivatedAt { get; init; }

    /// <summary>The state of the inviter's reward, once there is one: see <see cref="Accounts.RewardState"/>.</summary>
    public string? RewardState { get; init; }

    public DateOnly? GrantOn { get; init; }

    public InvitationStage StageAt(DateTimeOffset now, CampaignOptions options) =>
        ActivatedAt is not null ? InvitationStage.Activated
        : AppliedAt is not null ? InvitationStage.Applied
        : now >= IssuedAt + options.InvitationLifetime ? InvitationStage.Expired
        : OpenedAt is not null ? InvitationStage.Opened
        : InvitationStage.Issued;
}

public enum InvitationStage
{
    Issued,

    /// <summary>The invited went on from the page.</summary>
    Opened,

    Applied,

    /// <summary>The invited's contract has begun; both are enrolled for the reward.</summary>
    Activated,

    /// <summary>Nobody applied with it in time.</summary>
    Expired,
}
