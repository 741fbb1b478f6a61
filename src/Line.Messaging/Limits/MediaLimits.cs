using System.Text.RegularExpressions;

namespace Line.Messaging;

/// <summary>Pictures, sounds, places and other messages without parts of their own.</summary>
internal static partial class MediaLimits
{
    public static void Check(Spot spot, Message message)
    {
        switch (message)
        {
            case ImageMessage image:
                spot.At("originalContentUrl").Resource(image.OriginalContentUrl);
                spot.At("previewImageUrl").Resource(image.PreviewImageUrl);
                break;
            case VideoMessage video:
                spot.At("originalContentUrl").Resource(video.OriginalContentUrl);
                spot.At("previewImageUrl").Resource(video.PreviewImageUrl);
                spot.At("trackingId").Units(video.TrackingId, 0, 100);
                if (video.TrackingId is { } id && !TrackingId().IsMatch(id))
                    spot.At("trackingId").Fail("a-z A-Z 0-9 -.=,+*()%$&;:@{}!?<>[]", "another character");
                break;
            case AudioMessage audio:
                spot.At("originalContentUrl").Resource(audio.OriginalContentUrl);
                spot.At("duration").Range(audio.Duration.TotalMilliseconds, 0, int.MaxValue);
                break;
            case StickerMessage sticker:
                spot.At("packageId").Units(sticker.PackageId, 1, int.MaxValue);
                spot.At("stickerId").Units(sticker.StickerId, 1, int.MaxValue);
                break;
            case LocationMessage location:
                spot.At("title").Units(location.Title, 1, 100);
                spot.At("address").Units(location.Address, 1, 100);
                spot.At("latitude").Range(location.Latitude, -90, 90);
                spot.At("longitude").Range(location.Longitude, -180, 180);
                break;
            case CouponMessage coupon:
                spot.At("couponId").Units(coupon.CouponId, 1, int.MaxValue);
                spot.At("deliveryTag").Units(coupon.DeliveryTag, 0, 30);
                break;
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9\-.=,+*()%$&;:@{}!?<>\[\]]*\z")]
    private static partial Regex TrackingId();
}
