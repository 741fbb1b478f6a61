using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Line.Messaging;

/// <summary>
/// An assertion signing key of a channel: proves with a JWT (RS256) that it is the channel that asks for tokens.
/// See https://developers.line.biz/en/docs/messaging-api/generate-json-web-token/.
/// </summary>
public sealed class ChannelAssertionKey
{
    // LINE takes assertions of up to 30 minutes; one is used at once.
    private static readonly TimeSpan AssertionLifetime = TimeSpan.FromMinutes(5);

    private readonly RSA _key;
    private readonly TimeProvider _time;

    /// <summary>A key whose public half is registered in the LINE Developers console.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="keyId">The <c>kid</c> that the console shows for the key.</param>
    /// <param name="key">The private key, RSA of 2048 bits. Not disposed here.</param>
    /// <param name="time">The clock of <c>exp</c>.</param>
    public ChannelAssertionKey(string channelId, string keyId, RSA key, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        ArgumentException.ThrowIfNullOrEmpty(keyId);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(time);
        ChannelId = channelId;
        KeyId = keyId;
        _key = key;
        _time = time;
    }

    /// <summary>The channel.</summary>
    public string ChannelId { get; }

    /// <summary>The <c>kid</c> of the key.</summary>
    public string KeyId { get; }

    /// <summary>A signed assertion, good for five minutes.</summary>
    /// <param name="tokenLifetime">How long the token shall be good for that it asks for, up to 30 days; null where LINE decides (stateless).</param>
    public string Sign(TimeSpan? tokenLifetime = null)
    {
        if (tokenLifetime is { } lifetime && (lifetime < TimeSpan.FromSeconds(1) || lifetime > TimeSpan.FromDays(30)))
            throw new ArgumentOutOfRangeException(nameof(tokenLifetime), lifetime, "LINE issues tokens for up to 30 days.");

        var header = Encoded(json =>
        {
            json.WriteString("alg", "RS256");
            json.WriteString("typ", "JWT");
            json.WriteString("kid", KeyId);
        });
        var claims = Encoded(json =>
        {
            json.WriteString("iss", ChannelId);
            json.WriteString("sub", ChannelId);
            json.WriteString("aud", "https://api.line.me/");
            json.WriteNumber("exp", (_time.GetUtcNow() + AssertionLifetime).ToUnixTimeSeconds());
            if (tokenLifetime is { } asked)
                json.WriteNumber("token_exp", (long)asked.TotalSeconds);
        });
        var signature = _key.SignData(
            Encoding.ASCII.GetBytes($"{header}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{header}.{claims}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encoded(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }
}
