using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>
/// What a tap does. See https://developers.line.biz/en/reference/messaging-api/#action-objects.
/// </summary>
/// <param name="Label">
/// What the button says, in grapheme clusters: up to 20 in templates (required; up to 12 and optional in an image carousel) and quick replies (required),
/// up to 40 in Flex (required for a button), up to 20 in a rich menu, where screen readers read it.
/// </param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PostbackAction), "postback")]
[JsonDerivedType(typeof(MessageAction), "message")]
[JsonDerivedType(typeof(UriAction), "uri")]
[JsonDerivedType(typeof(DatetimePickerAction), "datetimepicker")]
[JsonDerivedType(typeof(CameraAction), "camera")]
[JsonDerivedType(typeof(CameraRollAction), "cameraRoll")]
[JsonDerivedType(typeof(LocationAction), "location")]
[JsonDerivedType(typeof(ClipboardAction), "clipboard")]
[JsonDerivedType(typeof(RichMenuSwitchAction), "richmenuswitch")]
public abstract record LineAction(string? Label)
{
    /// <summary>The kind of action only: labels and data may be personal.</summary>
    public sealed override string ToString() => GetType().Name;
}
