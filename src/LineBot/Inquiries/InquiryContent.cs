using System.Globalization;
using Line.Messaging;

namespace LineBot.Inquiries;

/// <summary>How each kind of message stands in an inquiry: its kind, and what a person can read of it without opening it.</summary>
internal static class InquiryContent
{
    public static (string Kind, string Text) Of(MessageContent message) => message switch
    {
        TextContent text => ("text", text.Text),
        StickerContent sticker => ("sticker", sticker.Text ?? string.Join(", ", sticker.Keywords)),
        ImageContent => ("image", ""),
        VideoContent => ("video", ""),
        AudioContent => ("audio", ""),
        FileContent file => ("file", file.FileName),
        LocationContent place => ("location", PlaceOf(place)),
        _ => ("other", ""),
    };

    /// <summary>Whether it brings bytes that LINE keeps for a while.</summary>
    public static bool IsFetched(MessageContent message) => message switch
    {
        ImageContent image => image.ContentProvider.IsLine,
        VideoContent video => video.ContentProvider.IsLine,
        AudioContent audio => audio.ContentProvider.IsLine,
        _ => message is FileContent,
    };

    private static string PlaceOf(LocationContent place) =>
        string.Join(' ', new[]
        {
            place.Title, place.Address, string.Create(CultureInfo.InvariantCulture, $"({place.Latitude:F5}, {place.Longitude:F5})"),
        }.Where(part => !string.IsNullOrEmpty(part)));
}
