using System.Security.Cryptography;
using System.Text;
using LineBot.Language;
using Microsoft.Extensions.Options;

namespace LineBot.Data;

/// <summary>The keys of the operator's systems, held as hashes.</summary>
internal sealed class UsageKeys(IOptions<UsageOptions> options)
{
    private const string HashPrefix = "sha256:";

    private readonly byte[][] _hashes = [.. options.Value.ApiKeys.Select(HashOf)];

    /// <summary>Whether <paramref name="key"/> is one of them. Takes as long for a wrong one as for a right one.</summary>
    public bool Accept(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var isKnown = false;
        foreach (var known in _hashes)
            isKnown |= CryptographicOperations.FixedTimeEquals(known, hash);
        return isKnown;
    }

    /// <summary>What is wrong with the keys, without telling any.</summary>
    public static ValidateOptionsResult Check(UsageOptions options)
    {
        var faults = options.ApiKeys.Select((key, i) => (Key: $"{UsageOptions.Section}:{nameof(options.ApiKeys)}:{i}", IsRight: IsRight(key)))
            .Where(key => !key.IsRight)
            .Select(key => Tongue.OfProcess.Say(
                $"{key.Key} は {UsageOptions.ShortestKey} 文字以上か、{HashPrefix} に続く 16 進 64 桁にしてください。",
                $"{key.Key} must be at least {UsageOptions.ShortestKey} characters, or {HashPrefix} and 64 hexadecimal digits."));
        if (options.MaxRows is < 1 or > 10_000)
        {
            faults = faults.Append(Tongue.OfProcess.Say(
                $"{UsageOptions.Section}:{nameof(options.MaxRows)} が '{options.MaxRows}' です。1 から 10000 までにしてください。",
                $"{UsageOptions.Section}:{nameof(options.MaxRows)} is '{options.MaxRows}'. It must be 1 to 10000."));
        }
        return faults.ToList() is { Count: > 0 } all ? ValidateOptionsResult.Fail(all) : ValidateOptionsResult.Success;
    }

    private static bool IsRight(string key) => key.StartsWith(HashPrefix, StringComparison.Ordinal)
        ? key.Length == HashPrefix.Length + 64 && key[HashPrefix.Length..].All(char.IsAsciiHexDigit)
        : key.Length >= UsageOptions.ShortestKey;

    private static byte[] HashOf(string key) => key.StartsWith(HashPrefix, StringComparison.Ordinal)
        ? Convert.FromHexString(key[HashPrefix.Length..])
        : SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

internal sealed class UsageOptionsRules : IValidateOptions<UsageOptions>
{
    public ValidateOptionsResult Validate(string? name, UsageOptions options) => UsageKeys.Check(options);
}
