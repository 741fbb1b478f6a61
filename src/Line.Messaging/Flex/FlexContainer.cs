using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>What a Flex message shows: one bubble or several. See https://developers.line.biz/en/reference/messaging-api/#container.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FlexBubble), "bubble")]
[JsonDerivedType(typeof(FlexCarousel), "carousel")]
public abstract record FlexContainer
{
    private protected FlexContainer()
    {
    }
}
