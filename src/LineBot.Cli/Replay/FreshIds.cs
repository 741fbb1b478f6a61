using System.Security.Cryptography;
using System.Text.Json;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>
/// Gives recorded events ids and reply tokens that the service has not seen, because it answers each event once, and where that is asked for
/// other people. What had one id in the recording has one id again, so that a recorded redelivery is still a redelivery.
/// All other bytes stay as they were recorded: escapes, spaces, even text that is no valid Unicode.
/// </summary>
/// <param name="newUsers">Whether everybody else becomes somebody whom the service does not know.</param>
/// <param name="users">Who takes whose part.</param>
internal sealed class FreshIds(TimeProvider clock, bool newUsers, IReadOnlyDictionary<string, string> users)
{
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int UlidTimeDigits = 10;
    private const int UlidLength = 26;

    /// <summary>How deep the properties of <c>events[i]</c> stand.</summary>
    private const int EventDepth = 3;

    private readonly Dictionary<string, string> _eventIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _replyTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _chats = new(StringComparer.Ordinal);

    /// <summary>Who takes the part of a recorded user, group or room.</summary>
    public string ChatOf(string recorded) =>
        users.TryGetValue(recorded, out var known) ? known : newUsers && recorded.Length > 0 ? Fresh(_chats, recorded, () => NewHex(recorded[..1])) : recorded;

    public byte[] In(ReadOnlySpan<byte> body) => JsonRewrite.Of(body, (place, kind, value) =>
        value is null || kind != JsonTokenType.String || place.Root != "events" ? null
        : (place.Name, place.Depth) switch
        {
            ("webhookEventId", EventDepth) => Fresh(_eventIds, value, NewUlid),
            // The tokens of LINE's old verify button are one repeated character, and are known by that.
            ("replyToken", EventDepth) when value.AsSpan().ContainsAnyExcept(value.FirstOrDefault()) => Fresh(_replyTokens, value, () => NewHex("")),
            ("userId" or "groupId" or "roomId", _) => ChatOf(value),
            _ => null,
        });

    private static string Fresh(Dictionary<string, string> known, string old, Func<string> make) =>
        known.TryGetValue(old, out var fresh) ? fresh : known[old] = make();

    private static string NewHex(string before) => before + RandomNumberGenerator.GetHexString(32, lowercase: true);

    private string NewUlid() => string.Create(UlidLength, clock.GetUtcNow().ToUnixTimeMilliseconds(), (digits, milliseconds) =>
    {
        RandomNumberGenerator.GetItems(Crockford.AsSpan(), digits[UlidTimeDigits..]);
        for (var i = UlidTimeDigits - 1; i >= 0; i--, milliseconds >>= 5)
            digits[i] = Crockford[(int)(milliseconds & 31)];
    });
}
