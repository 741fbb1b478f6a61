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
                spot.Resource("originalContentUrl", image.OriginalContentUrl);
                spot.Resource("previewImageUrl", image.PreviewImageUrl);
                break;
            case VideoMessage video:
                spot.Resource("originalContentUrl", video.OriginalContentUrl);
                spot.Resource("previewImageUrl", video.PreviewImageUrl);
                spot.Units("trackingId", video.TrackingId, 0, 100);
                if (video.TrackingId is { } id && !TrackingId().IsMatch(id))
                    spot.At("trackingId").Fail("a-z A-Z 0-9 -.=,+*()%$&;:@{}!?<>[]", "another character");
                break;
            case AudioMessage audio:
                spot.Resource("originalContentUrl", audio.OriginalContentUrl);
                spot.Range("duration", audio.Duration.TotalMilliseconds, 0, int.MaxValue);
                break;
            case StickerMessage sticker:
                spot.Units("packageId", sticker.PackageId, 1, int.MaxValue);
                spot.Units("stickerId", sticker.StickerId, 1, int.MaxValue);
                break;
            case LocationMessage location:
                spot.Units("title", location.Title, 1, 100);
                spot.Units("address", location.Address, 1, 100);
                spot.Range("latitude", location.Latitude, -90, 90);
                spot.Range("longitude", location.Longitude, -180, 180);
                break;
            case CouponMessage coupon:
                spot.Units("couponId", coupon.CouponId, 1, int.MaxValue);
                spot.Units("deliveryTag", coupon.DeliveryTag, 0, 30);
                if (coupon.DeliveryTag is { } tag && !DeliveryTag().IsMatch(tag))
                    spot.At("deliveryTag").Fail("a-z A-Z 0-9 _", "another character");
                break;
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9\-.=,+*()%$&;:@{}!?<>\[\]]*\z")]
    private static partial Regex TrackingId();

    [GeneratedRegex("^[a-zA-Z0-9_]*\\z")]
    private static partial Regex DeliveryTag();
}
