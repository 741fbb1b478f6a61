namespace LineBot.Data;

/// <summary>One person's wish for data of another.</summary>
public sealed record DataAsk
{
    public required long Id { get; init; }

    public required long AskerId { get; init; }

    public required long AskedId { get; init; }

    public required long Kb { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>From this instant on it is not answered any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public AskAnswer? Answer { get; init; }

    public bool IsOpen(DateTimeOffset now) => Answer is null && now < ExpiresAt;
}

public enum AskAnswer
{
    Given,
    Declined,
}
