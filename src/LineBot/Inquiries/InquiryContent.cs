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

    private static string PlaceOf(LocationContent place) =>
        string.Join(' ', new[]
        {
            place.Title, place.Address, string.Create(CultureInfo.InvariantCulture, $"({place.Latitude:F5}, {place.Longitude:F5})"),
        }.Where(part => !string.IsNullOrEmpty(part)));
}
