namespace LineBot.Accounts;

/// <summary>A session as its owner recognises it.</summary>
public sealed record SignIn
{
    public required long Id { get; init; }

    /// <summary>"iPhone (LINE)"; empty when the browser did not say.</summary>
    public required string Device { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it was neither ended nor left to run out.</summary>
    public bool IsOpen(DateTimeOffset now) =>
        EndedAt is null && StartedAt > now - SessionStore.Longest && LastSeenAt > now - SessionStore.Idle;
}
