using System.Text.Json.Serialization;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>A picture. See https://developers.line.biz/en/reference/messaging-api/#image-message.</summary>
/// <param name="OriginalContentUrl">https, JPEG or PNG, up to 10 MB, the address up to 2,000 UTF-16 units. LINE loads it when it is looked at, also days later.</param>
/// <param name="PreviewImageUrl">https, JPEG or PNG, up to 1 MB, the address up to 2,000 UTF-16 units.</param>
public sealed record ImageMessage(string OriginalContentUrl, string PreviewImageUrl) : Message;

/// <summary>A video. See https://developers.line.biz/en/reference/messaging-api/#video-message.</summary>
/// <param name="OriginalContentUrl">https, mp4, up to 200 MB, the address up to 2,000 UTF-16 units.</param>
/// <param name="PreviewImageUrl">https, JPEG or PNG, up to 1 MB, the address up to 2,000 UTF-16 units.</param>
public sealed record VideoMessage(string OriginalContentUrl, string PreviewImageUrl) : Message
{
    /// <summary>Asks for a <see cref="VideoPlayCompleteEvent"/> with this ID, up to 100 of <c>a-z A-Z 0-9 -.=,+*()%$&amp;;:@{}!?&lt;&gt;[]</c>. Not in groups.</summary>
    public string? TrackingId { get; init; }
}

/// <summary>A sound. See https://developers.line.biz/en/reference/messaging-api/#audio-message.</summary>
/// <param name="OriginalContentUrl">https, mp3 or m4a, up to 200 MB, the address up to 2,000 UTF-16 units.</param>
/// <param name="Duration">How long it plays; sent in milliseconds.</param>
public sealed record AudioMessage(
    string OriginalContentUrl, [property: JsonConverter(typeof(MillisecondsConverter))] TimeSpan Duration) : Message;

/// <summary>A sticker. See https://developers.line.biz/en/docs/messaging-api/sticker-list/ for those that can be sent.</summary>
/// <param name="PackageId">The sticker's package.</param>
/// <param name="StickerId">The sticker.</param>
public sealed record StickerMessage(string PackageId, string StickerId) : Message
{
    /// <summary>The message to quote, from <see cref="MessageContent.QuoteToken"/> or <see cref="SentMessage.QuoteToken"/>.</summary>
    public string? QuoteToken { get; init; }
}

/// <summary>A place. See https://developers.line.biz/en/reference/messaging-api/#location-message.</summary>
/// <param name="Title">The place's name, up to 100 UTF-16 units.</param>
/// <param name="Address">The place's address, up to 100 UTF-16 units.</param>
/// <param name="Latitude">Degrees north, -90 to 90.</param>
/// <param name="Longitude">Degrees east, -180 to 180.</param>
public sealed record LocationMessage(string Title, string Address, double Latitude, double Longitude) : Message;

/// <summary>A coupon of the account. See https://developers.line.biz/en/reference/messaging-api/#coupon-message.</summary>
/// <param name="CouponId">The coupon.</param>
public sealed record CouponMessage(string CouponId) : Message
{
    /// <summary>What statistics tell the way of delivery by, up to 30 of <c>a-z A-Z 0-9 _</c>.</summary>
    public string? DeliveryTag { get; init; }
}
