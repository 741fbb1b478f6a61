namespace LineBot.Data;

/// <summary>A present as it stands in the history of one of its two sides.</summary>
public sealed record PresentLine
{
    public required long Kb { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>True for the giver's side.</summary>
    public required bool IsGiven { get; init; }

    public required long SubscriptionId { get; init; }

    public required string PhoneNumber { get; init; }

    public required string UserName { get; init; }

    public required bool IsOfSameContract { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>The other side, as it may be spoken of.</summary>
    public Partner Other => new()
    {
        SubscriptionId = SubscriptionId, PhoneNumber = PhoneNumber, UserName = UserName, IsOfSameContract = IsOfSameContract, DisplayName = DisplayName,
    };
}
