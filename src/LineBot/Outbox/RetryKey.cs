using System.Security.Cryptography;
using System.Text;

namespace LineBot.Outbox;

/// <summary>
/// Keys by which LINE recognises that a push is a repetition. They are derived from what caused the push,
/// so that the same cause, worked on again after a crash, has the same key.
/// </summary>
public static class RetryKey
{
    public static Guid Of(string cause, int position)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{cause}/{position}"), hash);
        // Version 8: a UUID made by a rule of one's own (RFC 9562).
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
