using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LineBot.Cli.Replay;

/// <summary>
/// Gives recorded events ids and reply tokens that the service has not seen, because it answers each event once.
/// What had one id in the recording has one id again, so that a recorded redelivery is still a redelivery.
/// </summary>
internal sealed class FreshIds(TimeProvider clock)
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int UlidTimeDigits = 10;
    private const int UlidLength = 26;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _eventIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _replyTokens = new(StringComparer.Ordinal);

    public byte[] In(byte[] body)
    {
        var webhook = JsonNode.Parse(body)!;
        foreach (var e in webhook["events"]!.AsArray().OfType<JsonObject>())
        {
            Replace(e, "webhookEventId", _eventIds, NewUlid);
            Replace(e, "replyToken", _replyTokens, () => RandomNumberGenerator.GetHexString(32, lowercase: true));
        }
        return JsonSerializer.SerializeToUtf8Bytes(webhook, Json);
    }

    private static void Replace(JsonObject e, string name, Dictionary<string, string> known, Func<string> fresh)
    {
        if (e[name] is not JsonValue value || !value.TryGetValue(out string? old) || IsDummy(old))
            return;
        if (!known.TryGetValue(old, out var replacement))
            known[old] = replacement = fresh();
        e[name] = replacement;
    }

    /// <summary>The tokens of LINE's old verify button are one repeated character, and are known by that.</summary>
    private static bool IsDummy(string text) => text.Length > 0 && text.All(character => character == text[0]);

    private string NewUlid() => string.Create(UlidLength, clock.GetUtcNow().ToUnixTimeMilliseconds(), (digits, milliseconds) =>
    {
        RandomNumberGenerator.GetItems(Crockford.AsSpan(), digits[UlidTimeDigits..]);
        for (var i = UlidTimeDigits - 1; i >= 0; i--, milliseconds >>= 5)
            digits[i] = Crockford[(int)(milliseconds & 31)];
    });
}
