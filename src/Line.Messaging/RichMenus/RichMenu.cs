using System.Text.Json;
using System.Text.Json.Serialization;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>
/// A rich menu: areas to tap on a picture that is uploaded afterwards and cannot be changed.
/// See https://developers.line.biz/en/reference/messaging-api/#rich-menu-object.
/// </summary>
/// <param name="Size">The size of the picture.</param>
/// <param name="Selected">Whether it is open when the talk is opened.</param>
/// <param name="Name">What operators see, up to 300 grapheme clusters.</param>
/// <param name="ChatBarText">What the bar at the bottom of the talk says, up to 14 grapheme clusters.</param>
/// <param name="Areas">Up to 20.</param>
public sealed record RichMenu(RichMenuSize Size, bool Selected, string Name, string ChatBarText, IReadOnlyList<RichMenuArea> Areas)
{
    /// <summary>Reads a menu from the JSON that LINE takes and gives, such as a file of it.</summary>
    /// <exception cref="JsonException">It is no rich menu; the text says where.</exception>
    public static RichMenu Parse(ReadOnlySpan<byte> utf8Json) =>
        JsonSerializer.Deserialize(utf8Json, LineJson.Of<RichMenu>()) ?? throw new JsonException("Expected a rich menu.");

    /// <summary>The JSON that LINE takes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, LineJson.Of<RichMenu>());
}

/// <summary>The size of a rich menu's picture in pixels.</summary>
/// <param name="Width">800 to 2,500.</param>
/// <param name="Height">At least 250, and at most the width divided by 1.45.</param>
public sealed record RichMenuSize(int Width, int Height);

/// <summary>A rectangle on a rich menu in pixels of its picture.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record RichMenuBounds(int X, int Y, int Width, int Height);

/// <summary>An area to tap. See https://developers.line.biz/en/reference/messaging-api/#area-object.</summary>
/// <param name="Bounds">Where it is.</param>
/// <param name="Action">What a tap does. Its label is what screen readers read.</param>
public sealed record RichMenuArea(
    RichMenuBounds Bounds, [property: JsonConverter(typeof(StoredActionConverter))] LineAction Action);

/// <summary>A rich menu that LINE has.</summary>
/// <param name="RichMenuId">LINE's ID of it.</param>
/// <param name="Menu">What it is.</param>
public sealed record StoredRichMenu(string RichMenuId, RichMenu Menu);

/// <summary>A name for a rich menu that can be pointed at another one. See https://developers.line.biz/en/reference/messaging-api/#create-rich-menu-alias.</summary>
/// <param name="RichMenuAliasId">1 to 32 of <c>a-z 0-9 _ -</c>.</param>
/// <param name="RichMenuId">The menu it points at.</param>
public sealed record RichMenuAlias(string RichMenuAliasId, string RichMenuId);
