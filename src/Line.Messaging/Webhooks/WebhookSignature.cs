using System.Security.Cryptography;
using System.Text;

namespace Line.Messaging;

/// <summary>
/// Checks the <c>x-line-signature</c> header of a webhook: Base64 of the HMAC-SHA256 of the raw body under the channel secret.
/// Thread-safe. See https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/.
/// </summary>
public sealed class WebhookSignature
{
    private readonly byte[][] _keys;

    /// <summary>Accepts signatures under any of the secrets, so that a secret can be re-issued without losing events.</summary>
    /// <param name="channelSecrets">The present secret and, while rotating, the other one. Null and empty ones are skipped.</param>
    /// <exception cref="ArgumentException">No secret is left: without one, everything or nothing would be accepted.</exception>
    public WebhookSignature(params IEnumerable<string?> channelSecrets)
    {
        ArgumentNullException.ThrowIfNull(channelSecrets);
        _keys = [.. channelSecrets.Where(secret => !string.IsNullOrEmpty(secret)).Select(secret => Encoding.UTF8.GetBytes(secret!))];
        if (_keys.Length == 0)
            throw new ArgumentException("At least one channel secret is needed to check webhook signatures.", nameof(channelSecrets));
    }

    /// <summary>
    /// Compares in constant time, trying every secret, and allocates nothing.
    /// </summary>
    /// <param name="body">The body exactly as received: LINE signs bytes, and a parsed and rewritten body has others.</param>
    /// <param name="header">The value of the <c>x-line-signature</c> header; null when the request has none.</param>
    public SignatureResult Check(ReadOnlySpan<byte> body, string? header)
    {
        if (string.IsNullOrEmpty(header))
            return SignatureResult.Missing;

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!Convert.TryFromBase64String(header, claimed, out var length) || length != HMACSHA256.HashSizeInBytes)
            return SignatureResult.Malformed;

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var valid = false;
        foreach (var key in _keys)
        {
            HMACSHA256.HashData(key, body, expected);
            valid |= CryptographicOperations.FixedTimeEquals(claimed, expected);
        }
        return valid ? SignatureResult.Valid : SignatureResult.Wrong;
    }

    /// <summary>The header value that LINE would send with <paramref name="body"/>. For tests, replays and simulators.</summary>
    public static string Sign(string channelSecret, ReadOnlySpan<byte> body)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelSecret);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(channelSecret), body, signature);
        return Convert.ToBase64String(signature);
    }
}
