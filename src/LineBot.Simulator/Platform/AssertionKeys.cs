using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LineBot.Simulator.Platform;

/// <summary>The public keys that the channel has registered in the console, and the assertions signed with their private halves.</summary>
internal sealed class AssertionKeys(Channel channel, TimeProvider clock)
{
    private const string Audience = "https://api.line.me/";

    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, RSAParameters> _keys = [];

    /// <param name="jwk">An RSA public key as a JSON Web Key.</param>
    /// <returns>The id to write into an assertion's header. LINE draws one; this is the key's thumbprint (RFC 7638), so that it stays from run to run.</returns>
    /// <exception cref="FormatException">It is no such key.</exception>
    public string Register(string jwk)
    {
        try
        {
            return Register(JsonSerializer.Deserialize<JsonElement>(jwk));
        }
        catch (JsonException e)
        {
            throw new FormatException("An RSA public key as a JSON Web Key is needed; this is no JSON.", e);
        }
    }

    private string Register(JsonElement jwk)
    {
        if (jwk.Text("kty") != "RSA" || jwk.Text("n") is not { } modulus || jwk.Text("e") is not { } exponent)
            throw new FormatException("An RSA public key as a JSON Web Key is needed: kty, n and e.");
        var key = new RSAParameters { Modulus = Base64Url.DecodeFromChars(modulus), Exponent = Base64Url.DecodeFromChars(exponent) };
        Check(key);
        var thumbprint = SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"e":"{{exponent}}","kty":"RSA","n":"{{modulus}}"}"""));
        var id = Base64Url.EncodeToString(thumbprint);
        _keys[id] = key;
        return id;
    }

    /// <summary>What a valid assertion says.</summary>
    /// <exception cref="Refusal">It is not valid.</exception>
    public JsonElement Verify(string? assertion)
    {
        if (assertion?.Split('.') is not [var head, var body, var signature] || Read(head) is not { } header || Read(body) is not { } claims)
            throw Invalid("Invalid JWT");
        if (header.Text("alg") != "RS256")
            throw Invalid("Invalid alg");
        if (header.Text("kid") is not { } id || !_keys.TryGetValue(id, out var key))
            throw new Refusal(404, "Cannot find channel key that satisfies the conditions");
        if (!IsSigned($"{head}.{body}", signature, key))
            throw Invalid("Invalid signature");
        if (claims.Text("iss") != channel.Id || claims.Text("sub") != channel.Id)
            throw Invalid("iss and clientId of key do not match");
        if (claims.Text("aud") != Audience)
            throw Invalid("Invalid aud");
        var left = DateTimeOffset.FromUnixTimeSeconds(Seconds(claims, "exp")) - clock.GetUtcNow();
        return left > TimeSpan.Zero && left <= LongestLife ? claims : throw Invalid("Invalid exp");
    }

    /// <summary>How long the token lives that a v2.1 assertion asks for.</summary>
    /// <exception cref="Refusal">It asks for none, or for more than thirty days.</exception>
    public static TimeSpan LifeAsked(JsonElement claims)
    {
        var seconds = Seconds(claims, "token_exp");
        return seconds > 0 && seconds <= AccessTokens.LongestLife.TotalSeconds ? TimeSpan.FromSeconds(seconds) : throw Invalid("Invalid token_exp");
    }

    private static void Check(RSAParameters key)
    {
        try
        {
            RSA.Create(key).Dispose();
        }
        catch (CryptographicException e)
        {
            throw new FormatException("This is no RSA public key.", e);
        }
    }

    private static Refusal Invalid(string why) => Refusal.OfToken("invalid_client", why);

    /// <returns>0 for what is no moment.</returns>
    private static long Seconds(JsonElement claims, string claim) =>
        claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 1L << 36 ? seconds : 0;

    private static bool IsSigned(string what, string signature, RSAParameters key)
    {
        if (!Base64Url.IsValid(signature))
            return false;
        using var rsa = RSA.Create(key);
        return rsa.VerifyData(Encoding.UTF8.GetBytes(what), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static JsonElement? Read(string part)
    {
        try
        {
            var json = Base64Url.IsValid(part) ? JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(part)) : default;
            return json.ValueKind == JsonValueKind.Object ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
