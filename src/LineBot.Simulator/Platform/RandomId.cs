using System.Buffers.Text;
using System.Security.Cryptography;

namespace LineBot.Simulator.Platform;

/// <summary>Ids in the shapes that LINE gives them.</summary>
internal static class RandomId
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Hex(int digits) => RandomNumberGenerator.GetHexString(digits, lowercase: true);

    public static string Token(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));

    /// <summary>In the shape of a signed token (header, claims, signature), with nothing to read in it.</summary>
    public static string Jws() => $"{Base64Url.EncodeToString("{\"alg\":\"HS256\"}"u8)}.{Token(72)}.{Token(32)}";

    /// <summary>48 bits of milliseconds and 80 bits of chance in 26 characters, so that ids sort by time.</summary>
    public static string Ulid(DateTimeOffset instant)
    {
        Span<char> text = stackalloc char[26];
        var time = instant.ToUnixTimeMilliseconds();
        for (var i = 9; i >= 0; i--, time >>= 5)
            text[i] = Crockford[(int)(time & 31)];
        RandomNumberGenerator.GetItems<char>(Crockford, text[10..]);
        return new string(text);
    }
}
