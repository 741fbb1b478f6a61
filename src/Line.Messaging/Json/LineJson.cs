using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Line.Messaging.Json;

/// <summary>How LINE's objects are written and read: camelCase, nothing for null, <c>type</c> in any position.</summary>
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(FlexComponent))]
[JsonSerializable(typeof(FlexContainer))]
[JsonSerializable(typeof(IReadOnlyList<FlexComponent>))]
[JsonSerializable(typeof(IReadOnlyList<FlexContainer>))]
internal sealed partial class LineJson : JsonSerializerContext
{
    // Nothing here is ever put into a page, so Japanese is written as it is, at a half of the size of its escapes.
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly LineJson Wire = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = Encoder,
    });
}
