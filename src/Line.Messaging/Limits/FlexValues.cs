using System.Globalization;
using System.Text.RegularExpressions;

namespace Line.Messaging;

/// <summary>What LINE takes for a size, a gap, a colour: a word of a short list, or a number with its unit.</summary>
internal static partial class FlexValues
{
    private static readonly string[] Gaps = ["none", "xs", "sm", "md", "lg", "xl", "xxl"];
    private static readonly string[] TextSizes = ["xxs", "xs", "sm", "md", "lg", "xl", "xxl", "3xl", "4xl", "5xl"];
    private static readonly string[] ImageSizes = [.. TextSizes, "full"];
    private static readonly string[] BorderWidths = ["none", "light", "normal", "medium", "semi-bold", "bold"];

    public static void Gap(this Spot spot, string name, string? value) => Check(spot, name, value, Gaps, PixelValue(), "none, xs to xxl, or pixels (8px)");

    public static void Offset(this Spot spot, string name, string? value) =>
        Check(spot, name, value, Gaps, SignedLengthValue(), "none, xs to xxl, pixels (8px) or a share (50%)");

    public static void Padding(this Spot spot, string name, string? value) =>
        Check(spot, name, value, Gaps, LengthValue(), "none, xs to xxl, pixels (8px) or a share (50%)");

    public static void TextSize(this Spot spot, string name, string? value) => Check(spot, name, value, TextSizes, PixelValue(), "xxs to xxl, 3xl to 5xl, or pixels (14px)");

    public static void ImageSize(this Spot spot, string name, string? value) =>
        Check(spot, name, value, ImageSizes, LengthValue(), "xxs to xxl, 3xl to 5xl, full, pixels (50px) or a share (50%)");

    public static void BorderWidth(this Spot spot, string name, string? value) =>
        Check(spot, name, value, BorderWidths, PixelValue(), "none, light, normal, medium, semi-bold, bold, or pixels (1px)");

    public static void Length(this Spot spot, string name, string? value) => Check(spot, name, value, [], LengthValue(), "pixels (100px) or a share (50%)");

    public static void LineSpacing(this Spot spot, string name, string? value) => Check(spot, name, value, [], PositivePixelValue(), "pixels above 0 (4px)");

    public static void Percent(this Spot spot, string name, string? value) => Check(spot, name, value, [], PercentValue(), "0% to 100%");

    public static void Angle(this Spot spot, string name, string? value)
    {
        if (spot.At(name).Exists(value))
            Check(spot, name, value, [], AngleValue(), "degrees from 0 to below 360 (90deg)");
    }

    public static void Color(this Spot spot, string name, string? value) => Check(spot, name, value, [], ColorValue(), "#RRGGBB or #RRGGBBAA");

    public static void OpaqueColor(this Spot spot, string name, string? value) => Check(spot, name, value, [], OpaqueColorValue(), "#RRGGBB");

    public static void Share(this Spot spot, string name, int? flex)
    {
        if (flex < 0)
            spot.At(name).Fail("0 or more", $"{flex}");
    }

    public static void AspectRatio(this Spot spot, string name, string? value)
    {
        const string Limit = "width:height, each 1 to 100000, the height at most three times the width";
        if (value is null)
            return;
        var match = RatioValue().Match(value);
        if (!match.Success || !IsRatio(match.Groups[1].Value, match.Groups[2].Value))
            spot.At(name).Fail(Limit, Shown(value));
    }

    private static bool IsRatio(string width, string height) =>
        decimal.Parse(width, CultureInfo.InvariantCulture) is >= 1 and <= 100_000 and var w
        && decimal.Parse(height, CultureInfo.InvariantCulture) is >= 1 and <= 100_000 and var h
        && h <= 3 * w;

    private static void Check(Spot spot, string name, string? value, string[] words, Regex number, string limit)
    {
        if (value is not null && !words.Contains(value) && !number.IsMatch(value))
            spot.At(name).Fail(limit, Shown(value));
    }

    private static string Shown(string value) => value.Length <= 20 ? $"'{value}'" : $"{value.Length} characters";

    [GeneratedRegex(@"^\d+(\.\d+)?px\z")]
    private static partial Regex PixelValue();

    [GeneratedRegex(@"^(?!0+(\.0+)?px)\d+(\.\d+)?px\z")]
    private static partial Regex PositivePixelValue();

    [GeneratedRegex(@"^\d+(\.\d+)?(px|%)\z")]
    private static partial Regex LengthValue();

    [GeneratedRegex(@"^-?\d+(\.\d+)?(px|%)\z")]
    private static partial Regex SignedLengthValue();

    [GeneratedRegex(@"^(100(\.0+)?|\d{1,2}(\.\d+)?)%\z")]
    private static partial Regex PercentValue();

    [GeneratedRegex(@"^(3[0-5]\d|[12]?\d{1,2})(\.\d+)?deg\z")]
    private static partial Regex AngleValue();

    [GeneratedRegex("^#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\\z")]
    private static partial Regex ColorValue();

    [GeneratedRegex("^#[0-9A-Fa-f]{6}\\z")]
    private static partial Regex OpaqueColorValue();

    [GeneratedRegex(@"^(\d{1,6}(?:\.\d{1,6})?):(\d{1,6}(?:\.\d{1,6})?)\z")]
    private static partial Regex RatioValue();
}
