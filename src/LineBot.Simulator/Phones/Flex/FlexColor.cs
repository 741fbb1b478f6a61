using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LineBot.Simulator.Phones.Flex;

internal static partial class FlexColor
{
    /// <summary>A colour as LINE takes it, <c>#RRGGBB</c> or <c>#RRGGBBAA</c>; anything else is no colour.</summary>
    public static string? Of(string? color) =>
        color is not null && Hexadecimal().IsMatch(color) ? color : null;

    /// <summary>The gradient of a box's <c>background</c>; its angle is CSS's own: 0 deg upwards, clockwise.</summary>
    public static string? Gradient(JsonElement background)
    {
        var (start, end) = (Of(background.Text("startColor")), Of(background.Text("endColor")));
        if (background.Text("type") != "linearGradient" || start is null || end is null || Degrees(background.Text("angle")) is not { } angle)
            return null;
        var center = Of(background.Text("centerColor")) is { } color
            ? $"{color} {FlexSize.Percent(background.Text("centerPosition")) ?? "50%"},"
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"linear-gradient({angle}deg,{start},{center}{end})");
    }

    private static double? Degrees(string? angle) =>
        angle is not null && angle.EndsWith("deg", StringComparison.Ordinal)
        && double.TryParse(angle.AsSpan(0, angle.Length - 3), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
        && degrees < 360 ? degrees : null;

    [GeneratedRegex("^#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")]
    private static partial Regex Hexadecimal();
}
