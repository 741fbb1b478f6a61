using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Line.Messaging.Json;

/// <summary>How LINE's objects are written and read: camelCase, nothing for null, <c>type</c> in any position.</summary>
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(FlexComponent))]
[JsonSerializable(typeof(FlexContainer))]
[JsonSerializable(typeof(IReadOnlyList<FlexComponent>))]
[JsonSerializable(typeof(IReadOnlyList<FlexContainer>))]
[JsonSerializable(typeof(LineAction))]
[JsonSerializable(typeof(RichMenu))]
[JsonSerializable(typeof(RichMenuAlias))]
[JsonSerializable(typeof(RichMenuBatch))]
[JsonSerializable(typeof(RichMenuBatchProgress))]
[JsonSerializable(typeof(RichMenuIdAnswer))]
[JsonSerializable(typeof(RichMenuAnswer))]
[JsonSerializable(typeof(RichMenuListAnswer))]
[JsonSerializable(typeof(RichMenuBulkLinkRequest))]
[JsonSerializable(typeof(RichMenuBulkUnlinkRequest))]
[JsonSerializable(typeof(RichMenuAliasUpdate))]
[JsonSerializable(typeof(RichMenuAliasListAnswer))]
[JsonSerializable(typeof(UserProfile))]
[JsonSerializable(typeof(UserIdPage))]
[JsonSerializable(typeof(LinkTokenAnswer))]
[JsonSerializable(typeof(LoadingRequest))]
[JsonSerializable(typeof(MarkAsReadRequest))]
[JsonSerializable(typeof(BotInfo))]
[JsonSerializable(typeof(WebhookEndpointInfo))]
[JsonSerializable(typeof(WebhookEndpointRequest))]
[JsonSerializable(typeof(WebhookTest))]
[JsonSerializable(typeof(MessageQuota))]
[JsonSerializable(typeof(ConsumptionAnswer))]
[JsonSerializable(typeof(DeliveryCount))]
[JsonSerializable(typeof(TranscodingAnswer))]
[JsonSerializable(typeof(ChannelToken))]
[JsonSerializable(typeof(ChannelTokenInfo))]
[JsonSerializable(typeof(KeyIdsAnswer))]
internal sealed partial class LineJson : JsonSerializerContext
{
    // Nothing here is ever put into a page, so Japanese is written as it is, at a half of the size of its escapes.
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly JsonSerializerOptions Wire = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = Encoder,
        TypeInfoResolver = new LineJson().WithAddedModifier(LeaveLabelsOut),
    };

    public static JsonTypeInfo<T> Of<T>() => Found<T>.Type;

    /// <summary>A label is the first thing an action is made of, and some have none.</summary>
    private static void LeaveLabelsOut(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(LineAction)))
            return;
        foreach (var label in type.Properties.Where(property => property.Name == "label"))
            label.IsRequired = false;
    }

    private static class Found<T>
    {
        public static readonly JsonTypeInfo<T> Type = (JsonTypeInfo<T>)Wire.GetTypeInfo(typeof(T));
    }
}
