using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Simulator.Platform;

/// <summary>A channel's assertion signing key: its public half is registered, its private half signs.</summary>
internal sealed class AssertionKey : IDisposable
{
    private readonly RSA _rsa = RSA.Create(2048);

    public AssertionKey(LinePlatform platform)
    {
        var key = _rsa.ExportParameters(false);
        Id = platform.AssertionKeys.Register(JsonSerializer.Serialize(new
        {
            kty = "RSA", alg = "RS256", use = "sig", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent),
        }));
    }

    public string Id { get; }

    public string Pem => _rsa.ExportPkcs8PrivateKeyPem();

    /// <summary>What a right assertion says, to be changed where one is to be wrong.</summary>
    public static Dictionary<string, object> Claims(LinePlatform platform, int tokenSeconds = 2_592_000) => new()
    {
        ["iss"] = platform.Channel.Id,
        ["sub"] = platform.Channel.Id,
        ["aud"] = "https://api.line.me/",
        ["exp"] = platform.Clock.GetUtcNow().AddMinutes(30).ToUnixTimeSeconds(),
        ["token_exp"] = tokenSeconds,
    };

    public string Sign(Dictionary<string, object> claims, string? keyId = null, string algorithm = "RS256")
    {
        var signed = $"{Part(new { alg = algorithm, typ = "JWT", kid = keyId ?? Id })}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(_rsa.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public void Dispose() => _rsa.Dispose();

    private static string Part<T>(T json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
