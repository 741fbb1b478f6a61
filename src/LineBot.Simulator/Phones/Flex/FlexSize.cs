using System.Globalization;
using System.Text.RegularExpressions;

namespace LineBot.Simulator.Phones.Flex;

/// <summary>
/// LINE's size keywords in pixels, as its own Flex renderer draws them on a phone 375 px wide. Each method gives a CSS
/// length, or null for a value that LINE would not take.
/// </summary>
internal static partial class FlexSize
{
    /// <summary>Space between components, padding and offsets share one scale.</summary>
    public static string? Space(string? size) => Pixels(size) ?? size switch
    {
        "none" => "0",
        "xs" => "2px",
        "sm" => "4px",
        "md" => "8px",
        "lg" => "12px",
        "xl" => "16px",
        "xxl" => "20px",
        _ => null,
    };

    public static string? SpaceOrPercent(string? size) => Space(size) ?? Percent(size);

    public static string? Corner(string? size) => Space(size);

    public static string? Border(string? size) => Pixels(size) ?? size switch
    {
        "none" => "0",
        "light" => "0.5px",
        "normal" => "1px",
        "medium" => "2px",
        "semi-bold" => "3px",
        "bold" => "4px",
        _ => null,
    };

    /// <summary>Texts, spans and icons.</summary>
    public static string? Font(string? size) => Pixels(size) ?? size switch
    {
        "xxs" => "11px",
        "xs" => "13px",
        "sm" => "14px",
        "md" => "16px",
        "lg" => "19px",
        "xl" => "22px",
        "xxl" => "29px",
        "3xl" => "35px",
        "4xl" => "48px",
        "5xl" => "74px",
        _ => null,
    };

    public static string? Image(string? size) => Length(size) ?? size switch
    {
        "xxs" => "40px",
        "xs" => "60px",
        "sm" => "80px",
        "md" => "100px",
        "lg" => "120px",
        "xl" => "140px",
        "xxl" => "160px",
        "3xl" => "180px",
        "4xl" => "200px",
        "5xl" => "220px",
        "full" => "100%",
        _ => null,
    };

    /// <summary>The width of a bubble. The screen limits giga, whose own width is wider than most phones.</summary>
    public static string Bubble(string? size) => size switch
    {
        "nano" => "120px",
        "micro" => "160px",
        "deca" => "220px",
        "hecto" => "241px",
        "kilo" => "260px",
        "giga" => "386px",
        _ => "300px",
    };

    /// <summary><c>20:13</c> as CSS writes it. Each side is 1 to 100000, and the height at most three times the width.</summary>
    public static string? Ratio(string? ratio)
    {
        var sides = ratio?.Split(':');
        return sides is [var width, var height] && Side(width) is { } w && Side(height) is { } h && h <= w * 3
            ? string.Create(CultureInfo.InvariantCulture, $"{w}/{h}")
            : null;
    }

    public static string? Length(string? size) => Pixels(size) ?? Percent(size);

    public static string? Pixels(string? size) => size is not null && InPixels().IsMatch(size) ? size : null;

    public static string? Percent(string? size) => size is not null && InPercent().IsMatch(size) ? size : null;

    private static double? Side(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var side) && side is >= 1 and <= 100_000
            ? side
            : null;

    [GeneratedRegex(@"^\d{1,5}(?:\.\d{1,4})?px$")]
    private static partial Regex InPixels();

    [GeneratedRegex(@"^\d{1,5}(?:\.\d{1,4})?%$")]
    private static partial Regex InPercent();
}
