namespace LineBot.Accounts;

/// <summary>How often user codes may be typed wrong, wherever they are typed: what is guessed is the same.</summary>
public static class UserCodeLimits
{
    public static readonly AttemptLimit PerAccount = new("user-code-account", 5, TimeSpan.FromMinutes(15));

    /// <summary>Higher, because the customers of a mobile network share few addresses.</summary>
    public static readonly AttemptLimit PerAddress = new("user-code-address", 30, TimeSpan.FromMinutes(15));

    /// <summary>All together: far more than people mistype, far less than 16 digits need.</summary>
    public static readonly AttemptLimit Overall = new("user-code-overall", 1000, TimeSpan.FromMinutes(15));
}
