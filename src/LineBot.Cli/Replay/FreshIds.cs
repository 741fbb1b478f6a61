using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LineBot.Cli.Replay;

/// <summary>
/// Gives recorded events ids and reply tokens that the service has not seen, because it answers each event once.
/// What had one id in the recording has one id again, so that a recorded redelivery is still a redelivery.
/// All other bytes stay as they were recorded: escapes, spaces, even text that is no valid Unicode.
/// </summary>
internal sealed class FreshIds(TimeProvider clock)
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int UlidTimeDigits = 10;
    private const int UlidLength = 26;

    /// <summary>How deep the properties of <c>events[i]</c> stand.</summary>
    private const int EventDepth = 3;

    private readonly Dictionary<string, string> _eventIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _replyTokens = new(StringComparer.Ordinal);

    public byte[] In(byte[] body)
    {
        var written = new ArrayBufferWriter<byte>(body.Length);
        var reader = new Utf8JsonReader(body);
        var (copied, isInEvents) = (0, false);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.CurrentDepth == 1)
                isInEvents = reader.ValueTextEquals("events"u8);
            if (!isInEvents || reader.CurrentDepth != EventDepth || IdOf(ref reader) is not { } fresh)
                continue;
            written.Write(body.AsSpan(copied, (int)reader.TokenStartIndex - copied));
            written.Write(Encoding.UTF8.GetBytes($"\"{fresh}\""));
            copied = (int)reader.BytesConsumed;
        }
        written.Write(body.AsSpan(copied));
        return written.WrittenSpan.ToArray();
    }

    /// <summary>The new id for the property that the reader stands on, which then stands on its value; null where the value stays.</summary>
    private string? IdOf(ref Utf8JsonReader reader)
    {
        var isToken = reader.ValueTextEquals("replyToken"u8);
        if (!isToken && !reader.ValueTextEquals("webhookEventId"u8))
            return null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            return null;
        var old = Encoding.UTF8.GetString(reader.ValueSpan);
        var known = isToken ? _replyTokens : _eventIds;
        if (IsDummy(old))
            return null;
        if (!known.TryGetValue(old, out var fresh))
            known[old] = fresh = isToken ? RandomNumberGenerator.GetHexString(32, lowercase: true) : NewUlid();
        return fresh;
    }

    /// <summary>The tokens of LINE's old verify button are one repeated character, and are known by that.</summary>
    private static bool IsDummy(string text) => text.All(character => character == text[0]);

    private string NewUlid() => string.Create(UlidLength, clock.GetUtcNow().ToUnixTimeMilliseconds(), (digits, milliseconds) =>
    {
        RandomNumberGenerator.GetItems(Crockford.AsSpan(), digits[UlidTimeDigits..]);
        for (var i = UlidTimeDigits - 1; i >= 0; i--, milliseconds >>= 5)
            digits[i] = Crockford[(int)(milliseconds & 31)];
    });
}
