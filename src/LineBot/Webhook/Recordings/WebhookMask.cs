using System.Text.Json;
using System.Text.RegularExpressions;

namespace LineBot.Webhook.Recordings;

/// <summary>
/// Masks a webhook so that it is still one of LINE's: ids keep their shape and texts their length, which places in them are counted by.
/// Only values that are known to name nobody stay.
/// </summary>
internal sealed partial class WebhookMask(Pseudonyms pseudonyms, TextMask text, SharedTexts? shared)
{
    private const char Covered = '●';

    private static readonly HashSet<string> Ids =
    [
        "destination", "userId", "groupId", "roomId", "botId", "webhookEventId", "replyToken", "quoteToken", "markAsReadToken",
        "id", "messageId", "quotedMessageId", "nonce", "dm",
    ];

    /// <summary>Words of LINE's own vocabulary, and things that LINE or the bot's owner numbered.</summary>
    private static readonly HashSet<string> Words =
    [
        "type", "mode", "result", "status", "reason", "newRichMenuAliasId", "stickerId", "packageId", "stickerResourceType",
        "productId", "emojiId", "hwid", "scopes", "trackingId",
    ];

    private static readonly HashSet<string> Numbers =
        ["timestamp", "index", "length", "total", "duration", "fileSize", "expireAt", "membershipId"];

    public byte[] Of(ReadOnlySpan<byte> body, string? chat) => JsonRewrite.Of(body, (place, kind, value) =>
        kind == JsonTokenType.Number ? Numbers.Contains(place.Name) ? null : "0"
        : value is null ? $"{Covered}"
        : Ids.Contains(place.Name) ? pseudonyms.Of(value)
        : Words.Contains(place.Name) && Word().IsMatch(value) ? null
        : Other(place, value, chat));

    private string Other(JsonPlace place, string value, string? chat) => (place.Parent, place.Name) switch
    {
        ("postback", "data") => DataMask.Of(value, text, shared, chat),
        ("message", "text" or "keywords") => Text(value, chat),
        ("params", "date" or "time" or "datetime") => Picked(value, chat),
        ("contentProvider", _) => "https://example.com/masked",
        ("message", "fileName") => $"{Covered}{Path.GetExtension(value)}",
        _ => Cover(value),
    };

    private string Text(string value, string? chat)
    {
        // As a customer could have written it: a number of the same length, and not a mark that no one types.
        var masked = text.Of(value, (kind, covered) => kind is "name" or "mail" or "address" or "token" ? Cover(covered) : Digits().Replace(covered, "0"));
        return shared?.Note(masked, chat) ?? true ? masked : Cover(value);
    }

    private string Picked(string value, string? chat) => shared?.Note(value, chat) ?? true ? value : Digits().Replace(value, "1");

    private static string Cover(string value) => new(Covered, value.Length);

    [GeneratedRegex("^[A-Za-z0-9_.:@-]{1,100}$")]
    private static partial Regex Word();

    [GeneratedRegex("[0-9０-９]")]
    private static partial Regex Digits();
}
