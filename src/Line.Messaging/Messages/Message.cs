using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>
/// A message to send; up to five go into one call. See https://developers.line.biz/en/reference/messaging-api/#message-objects.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextMessage), "text")]
[JsonDerivedType(typeof(TextMessageV2), "textV2")]
[JsonDerivedType(typeof(StickerMessage), "sticker")]
[JsonDerivedType(typeof(ImageMessage), "image")]
[JsonDerivedType(typeof(VideoMessage), "video")]
[JsonDerivedType(typeof(AudioMessage), "audio")]
[JsonDerivedType(typeof(LocationMessage), "location")]
[JsonDerivedType(typeof(ImagemapMessage), "imagemap")]
[JsonDerivedType(typeof(TemplateMessage), "template")]
[JsonDerivedType(typeof(FlexMessage), "flex")]
[JsonDerivedType(typeof(CouponMessage), "coupon")]
public abstract record Message
{
    private protected Message()
    {
    }

    /// <summary>
    /// Buttons above the keyboard. Only those of the last message of a call are shown, until the next message, on LINE for iOS and Android.
    /// </summary>
    public QuickReply? QuickReply { get; init; }

    /// <summary>Another name and icon than the account's own.</summary>
    public Sender? Sender { get; init; }

    /// <summary>The kind of message only: what is said to a customer does not belong into a log.</summary>
    public sealed override string ToString() => GetType().Name;
}
