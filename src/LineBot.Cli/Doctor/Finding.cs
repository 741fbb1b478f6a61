namespace LineBot.Cli.Doctor;

/// <summary>What a look at one thing came to.</summary>
/// <param name="Subject">One word for what was looked at, the same in every language.</param>
/// <param name="Why">Why it matters; null where all is well.</param>
/// <param name="Next">The exact next step; null where there is none.</param>
internal sealed record Finding(string Subject, FindingState State, string What, string? Why = null, string? Next = null);

internal enum FindingState
{
    Ok,

    /// <summary>It works, and could be better or has to be looked at by a person.</summary>
    Advice,

    /// <summary>Customers get no answer, or will not for long.</summary>
    Wrong,

    /// <summary>It could not be looked at, because of something else that is wrong.</summary>
    Unknown,
}
