namespace Line.Messaging;

/// <summary>Sends a text as the user's own message. See https://developers.line.biz/en/reference/messaging-api/#message-action.</summary>
/// <param name="Label"><inheritdoc cref="LineAction" path="/param[@name='Label']"/></param>
/// <param name="Text">What is sent, up to 300 grapheme clusters.</param>
public sealed record MessageAction(string? Label, string Text) : LineAction(Label);

/// <summary>Opens the camera. Quick replies only. See https://developers.line.biz/en/reference/messaging-api/#camera-action.</summary>
/// <param name="Label">Up to 20 grapheme clusters.</param>
public sealed record CameraAction(string Label) : LineAction(Label);

/// <summary>Opens the camera roll. Quick replies only. See https://developers.line.biz/en/reference/messaging-api/#camera-roll-action.</summary>
/// <param name="Label">Up to 20 grapheme clusters.</param>
public sealed record CameraRollAction(string Label) : LineAction(Label);

/// <summary>Opens the map to send a place. Quick replies only. See https://developers.line.biz/en/reference/messaging-api/#location-action.</summary>
/// <param name="Label">Up to 20 grapheme clusters.</param>
public sealed record LocationAction(string Label) : LineAction(Label);

/// <summary>
/// Copies a text to the clipboard. LINE for iOS and Android 14.0.0 and later.
/// See https://developers.line.biz/en/reference/messaging-api/#clipboard-action.
/// </summary>
/// <param name="Label"><inheritdoc cref="LineAction" path="/param[@name='Label']"/></param>
/// <param name="ClipboardText">What is copied, 1 to 1,000 UTF-16 units.</param>
public sealed record ClipboardAction(string? Label, string ClipboardText) : LineAction(Label);

/// <summary>
/// Shows another rich menu and tells it in a <see cref="PostbackEvent"/>. Rich menus only.
/// See https://developers.line.biz/en/reference/messaging-api/#richmenu-switch-action.
/// </summary>
/// <param name="Label"><inheritdoc cref="LineAction" path="/param[@name='Label']"/></param>
/// <param name="RichMenuAliasId">The alias of the menu to show, up to 32 characters of <c>a-z 0-9 _ -</c>.</param>
/// <param name="Data">What comes back, up to 300 UTF-16 units.</param>
public sealed record RichMenuSwitchAction(string? Label, string RichMenuAliasId, string Data) : LineAction(Label);

/// <summary>An action that LINE added later, in a rich menu read back from LINE. It cannot be sent.</summary>
/// <param name="Kind">The <c>type</c> as received.</param>
/// <param name="Label">The label as received.</param>
public sealed record UnknownAction(string Kind, string? Label) : LineAction(Label);
