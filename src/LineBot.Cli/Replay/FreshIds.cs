using System.Security.Cryptography;
using System.Text.Json;
using LineBot.Webhook.Recordings;

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

    public byte[] In(ReadOnlySpan<byte> body) => JsonRewrite.Of(body, (place, kind, value) =>
        value is null || kind != JsonTokenType.String || place is not { Root: "events", Depth: EventDepth } ? null
        : place.Name switch
        {
            "webhookEventId" => Fresh(_eventIds, value, NewUlid),
            // The tokens of LINE's old verify button are one repeated character, and are known by that.
            "replyToken" when value.AsSpan().ContainsAnyExcept(value.FirstOrDefault()) => Fresh(_replyTokens, value, NewToken),
            _ => null,
        });

    private static string Fresh(Dictionary<string, string> known, string old, Func<string> make) =>
        known.TryGetValue(old, out var fresh) ? fresh : known[old] = make();

    private static string NewToken() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private string NewUlid() => string.Create(UlidLength, clock.GetUtcNow().ToUnixTimeMilliseconds(), (digits, milliseconds) =>
    {
        RandomNumberGenerator.GetItems(Crockford.AsSpan(), digits[UlidTimeDigits..]);
        for (var i = UlidTimeDigits - 1; i >= 0; i--, milliseconds >>= 5)
            digits[i] = Crockford[(int)(milliseconds & 31)];
    });
}
