using System.Security.Cryptography;
using System.Text;

namespace LineBot.Webhook.Recordings;

/// <summary>
/// Other ids of the same shape: the same one each time, and nobody without the key can tell whose it is. The key is kept nowhere.
/// </summary>
public sealed class Pseudonyms(ReadOnlyMemory<byte> key)
{
    private const string Hex = "abcdef";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";

    // Crockford's letters: what stands for an ULID is one.
    private const string Upper = "ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Leaves ids as they are: for whoever masks only what is different each time, and writes nothing.</summary>
    public static Pseudonyms None { get; } = new(ReadOnlyMemory<byte>.Empty);

    public static Pseudonyms WithNewKey() => new(RandomNumberGenerator.GetBytes(32));

    public string Of(string id)
    {
        // LINE's old verify button sends tokens of one repeated character, and is known by that.
        if (key.IsEmpty || id.Length == 0 || !id.AsSpan().ContainsAnyExcept(id[0]))
            return id;
        var letters = id.Any(letter => letter is > 'f' and <= 'z') ? Lower : Hex;
        var chance = Chance(id);
        return string.Create(id.Length, (id, chance, letters), static (to, from) =>
        {
            // The first tells the kind: U, C or R of LINE's chats, 0 of an ULID.
            to[0] = from.id[0];
            for (var i = 1; i < to.Length; i++)
            {
                to[i] = from.id[i] switch
                {
                    >= '0' and <= '9' => (char)('0' + (from.chance[i] % 10)),
                    >= 'a' and <= 'z' => from.letters[from.chance[i] % from.letters.Length],
                    >= 'A' and <= 'Z' => Upper[from.chance[i] % Upper.Length],
                    var other when char.IsAscii(other) => other,
                    _ => '●',
                };
            }
        });
    }

    private byte[] Chance(string id)
    {
        var bytes = new List<byte>();
        for (byte block = 0; bytes.Count < id.Length; block++)
            bytes.AddRange(HMACSHA256.HashData(key.Span, [block, .. Encoding.UTF8.GetBytes(id)]));
        return [.. bytes];
    }
}
