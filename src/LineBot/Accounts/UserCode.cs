namespace LineBot.Accounts;

/// <summary>利用コード: spent once, by a user link or by age verification, whichever comes first.</summary>
public sealed record UserCode
{
    public const int Digits = 16;

    public required string Code { get; init; }

    public required long SubscriptionId { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? SpentAt { get; init; }

    /// <summary><see cref="UserCodeUse"/> as stored; null while unspent.</summary>
    public string? SpentOn { get; init; }

    /// <summary>When a newer code took its place, whether it had been spent or not.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>Whether the subscription, or its contract, has ended: the code is good for nothing then.</summary>
    public bool IsEnded { get; init; }

    public bool IsValid => SpentAt is null && ReplacedAt is null && !IsEnded;

    /// <summary>As it is shown: groups of four digits.</summary>
    public string Grouped => string.Join(' ', Code.Chunk(4).Select(four => new string(four)));
}

/// <summary>What a user code can be spent on.</summary>
public static class UserCodeUse
{
    public const string UserLink = "user-link";
    public const string AgeVerification = "age-verification";
}
