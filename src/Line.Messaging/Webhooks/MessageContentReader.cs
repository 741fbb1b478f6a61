using System.Text.Json;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>From the <c>message</c> of an event to what was sent.</summary>
internal static class MessageContentReader
{
    public static MessageContent Read(JsonFields message)
    {
        var id = message.Text("id");
        return ReadTyped(message.Text("type"), id, message) with
        {
            QuoteToken = message.TextOrNull("quoteToken"),
            MarkAsReadToken = message.TextOrNull("markAsReadToken"),
        };
    }

    private static MessageContent ReadTyped(string type, string id, JsonFields message) => type switch
    {
        "text" => ReadText(id, message),
        "image" => new ImageContent(id, ReadProvider(message)) { ImageSet = ReadImageSet(message) },
        "video" => new VideoContent(id, ReadProvider(message), ReadDuration(message)),
        "audio" => new AudioContent(id, ReadProvider(message), ReadDuration(message)),
        "file" => new FileContent(id, message.Text("fileName"), message.Number("fileSize")),
        "location" => new LocationContent(id, message.Decimal("latitude"), message.Decimal("longitude"))
        {
            Title = message.TextOrNull("title"),
            Address = message.TextOrNull("address"),
        },
        "sticker" => new StickerContent(id, message.Text("packageId"), message.Text("stickerId"), message.TextOrNull("stickerResourceType") ?? "")
        {
            Keywords = message.Texts("keywords"),
            Text = message.TextOrNull("text"),
            QuotedMessageId = message.TextOrNull("quotedMessageId"),
        },
        _ => new UnknownContent(id, type),
    };

    private static TextContent ReadText(string id, JsonFields message) => new(id, message.Text("text"))
    {
        Emojis = message.List("emojis", ReadEmoji),
        Mentionees = message.ObjectOrNull("mention")?.List("mentionees", ReadMentionee) ?? [],
        QuotedMessageId = message.TextOrNull("quotedMessageId"),
    };

    private static ReceivedEmoji ReadEmoji(JsonElement element)
    {
        var emoji = new JsonFields(element);
        return new ReceivedEmoji(emoji.Position("index"), emoji.Position("length"), emoji.Text("productId"), emoji.Text("emojiId"));
    }

    private static Mentionee ReadMentionee(JsonElement element)
    {
        var mentionee = new JsonFields(element);
        var kind = mentionee.TextOrNull("type") switch
        {
            "user" => MentioneeKind.User,
            "all" => MentioneeKind.All,
            _ => MentioneeKind.Unknown,
        };
        return new Mentionee(
            kind,
            mentionee.Position("index"),
            mentionee.Position("length"),
            mentionee.TextOrNull("userId"),
            mentionee.FlagOrNull("isSelf") ?? false);
    }

    private static ContentProvider ReadProvider(JsonFields message)
    {
        var provider = message.Object("contentProvider");
        return new ContentProvider(
            provider.Text("type"), provider.TextOrNull("originalContentUrl"), provider.TextOrNull("previewImageUrl"));
    }

    private static ImageSet? ReadImageSet(JsonFields message) =>
        message.ObjectOrNull("imageSet") is { } set
            ? new ImageSet(set.Text("id"), set.PositionOrNull("index"), set.PositionOrNull("total"))
            : null;

    private static TimeSpan? ReadDuration(JsonFields message) =>
        message.PositionOrNull("duration") is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
}
