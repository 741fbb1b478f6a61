using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LineBot.Accounts;

/// <summary>
/// Passwords of contracts and operators, by ASP.NET Core's hasher. Slow on purpose (tenths of a second): never called inside a transaction.
/// </summary>
public static class Passwords
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA512, as OWASP advises.</summary>
    private const int Rounds = 210_000;

    private static readonly object Nobody = new();

    private static readonly PasswordHasher<object> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    private static readonly Lazy<string> NobodysHash = new(() => Hash(Token.New()));

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>
    /// True when <paramref name="password"/> is the one of <paramref name="credential"/>.
    /// Without a credential, which is a login ID that nobody has, it takes as long and is false.
    /// </summary>
    public static bool Match(Credential? credential, string password) => MatchHash(credential?.PasswordHash, password);

    /// <summary>The same for a hash by itself; null is that of a name that nobody has.</summary>
    public static bool MatchHash(string? hash, string password)
    {
        var result = Hasher.VerifyHashedPassword(Nobody, hash ?? NobodysHash.Value, password);
        return hash is not null && result != PasswordVerificationResult.Failed;
    }
}
