using System.Security.Cryptography;
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

    /// <summary>Enough for a password that is random itself: there is nothing to stretch.</summary>
    private const int RoundsOfGenerated = 1_000;

    private const byte V3 = 1;

    /// <summary>Without letters and digits that are taken for one another.</summary>
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private static readonly object Nobody = new();

    private static readonly PasswordHasher<object> HasherOfGenerated =
        new(Options.Create(new PasswordHasherOptions { IterationCount = RoundsOfGenerated }));

    private static readonly PasswordHasher<object> Hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    private static readonly Lazy<string> NobodysHash = new(() => Hash(Token.New()));

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>A password that nobody can guess: four groups of five, 100 random bits that can be read out and typed.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    /// <summary>The hash of one that <see cref="New"/> made, in little time.</summary>
    public static string HashGenerated(string password) => HasherOfGenerated.HashPassword(Nobody, password);

    /// <summary>Whether something is written as a hash of this hasher is: ASP.NET Core Identity's version 3.</summary>
    public static bool IsHash(string text)
    {
        Span<byte> bytes = stackalloc byte[256];
        return text.Length <= 300 && Convert.TryFromBase64String(text, bytes, out var length) && length > 13 && bytes[0] == V3;
    }

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
