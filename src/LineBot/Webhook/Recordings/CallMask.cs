using System.Text.Json;
using System.Text.RegularExpressions;

namespace LineBot.Webhook.Recordings;

/// <summary>Masks what a bot told LINE and what LINE answered. A mark stands wherever something is covered or is another one each time.</summary>
internal sealed partial class CallMask(Pseudonyms pseudonyms, TextMask text, SharedTexts? shared)
{
    /// <summary>They name who is spoken to.</summary>
    private static readonly HashSet<string> People = ["to", "replyToken", "userId", "userIds", "members"];

    /// <summary>What somebody reads or types; everything else of a message is its look.</summary>
    private static readonly HashSet<string> Texts =
    [
        "text", "altText", "label", "displayText", "title", "fillInText", "clipboardText", "address", "name", "chatBarText", "statusMessage",
    ];

    /// <summary>LINE's stickers and emoji are the same for everybody.</summary>
    private static readonly HashSet<string> Kept = ["packageId", "stickerId", "productId", "emojiId"];

    /// <summary>Shorter than any number or day that would have to be covered: md, 12px, #06C755.</summary>
    private const int ShortestOfAnybody = 8;

    public byte[] Of(ReadOnlySpan<byte> json, string? chat) => JsonRewrite.Of(json, (place, kind, value) =>
        kind == JsonTokenType.Number ? place.Name is "latitude" or "longitude" ? "0" : null
        : value is null ? Mark.Of("text")
        : People.Contains(place.Name) ? pseudonyms.Of(value)
        : place.Name == "displayName" ? Mark.Of("name")
        : Hidden().IsMatch(place.Name) ? Mark.Of("token")
        : place.Name == "data" ? DataMask.Of(value, text, shared, chat)
        : Address().IsMatch(value) ? UriMask.Of(value)
        : !Kept.Contains(place.Name) && place.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? Mark.Of("id")
        : Texts.Contains(place.Name) || !Look().IsMatch(value) ? Text(value, chat)
        : value.Length < ShortestOfAnybody ? null
        : text.Of(value, (kind, _) => Mark.Of(kind)));

    private string Text(string value, string? chat)
    {
        var masked = text.Of(value, (kind, _) => Mark.Of(kind));
        return shared?.Note(masked, chat) ?? true ? masked : Mark.Of("text");
    }

    [GeneratedRegex("token|secret|password|key$|assertion", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex("^[A-Za-z][A-Za-z+.-]*://|^(tel|mailto|sms):", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    // Words and measures of LINE's vocabulary: flex, md, 12px, #06C755, 20:13.
    [GeneratedRegex("^[#A-Za-z0-9%.:_-]{1,24}$")]
    private static partial Regex Look();
}
