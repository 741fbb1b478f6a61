using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LineBot.Accounts;

/// <summary>Random values that open something once. Whoever holds one may use it, so the store keeps only its hash.</summary>
public static class Token
{
    private const int Bytes = 32;

    /// <summary>256 random bits in 43 characters that need no escaping in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What the store keeps of a token. Fast on purpose: there is nothing to guess in 256 random bits.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
