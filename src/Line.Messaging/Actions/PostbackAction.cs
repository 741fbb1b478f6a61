using System.Text.Json.Serialization;

namespace Line.Messaging;

/// <summary>What a postback does with the rich menu and the keyboard. LINE for iOS and Android 12.6.0 and later.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InputOption>))]
public enum InputOption
{
    /// <summary>Closes the rich menu.</summary>
    [JsonStringEnumMemberName("closeRichMenu")]
    CloseRichMenu,

    /// <summary>Opens the rich menu.</summary>
    [JsonStringEnumMemberName("openRichMenu")]
    OpenRichMenu,

    /// <summary>Opens the keyboard, filled with <see cref="PostbackAction.FillInText"/>.</summary>
    [JsonStringEnumMemberName("openKeyboard")]
    OpenKeyboard,

    /// <summary>Opens the input of voice messages.</summary>
    [JsonStringEnumMemberName("openVoice")]
    OpenVoice,
}

/// <summary>
/// Sends data back as a <see cref="PostbackEvent"/>. See https://developers.line.biz/en/reference/messaging-api/#postback-action.
/// </summary>
/// <param name="Label"><inheritdoc cref="LineAction" path="/param[@name='Label']"/></param>
/// <param name="Data">What comes back, up to 300 UTF-16 units.</param>
public sealed record PostbackAction(string? Label, string Data) : LineAction(Label)
{
    /// <summary>What the talk shows as the user's message, up to 300 grapheme clusters. Nothing when null.</summary>
    public string? DisplayText { get; init; }

    /// <summary>What else the tap opens or closes.</summary>
    public InputOption? InputOption { get; init; }

    /// <summary>
    /// What stands in the keyboard when it opens, up to 300 grapheme clusters, <c>\n</c> allowed.
    /// Only with <see cref="InputOption.OpenKeyboard"/>.
    /// </summary>
    public string? FillInText { get; init; }
}
