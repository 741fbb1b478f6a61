using System.Text.RegularExpressions;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>Sizes, distances and colours as Flex writes them.</summary>
internal static partial class FlexValues
{
    public static readonly Rule Colour = Is.Like(ColourPattern());
    public static readonly Rule Distance = Is.Like(DistancePattern());
    public static readonly Rule Length = Is.Like(LengthPattern());
    public static readonly Rule Border = Is.Like(BorderPattern());
    public static readonly Rule TextSize = Is.Like(TextSizePattern());
    public static readonly Rule ImageSize = Is.Like(ImageSizePattern());
    public static readonly Rule AspectRatio = Is.Like(AspectRatioPattern());
    public static readonly Rule Percent = Is.Like(PercentPattern());
    public static readonly Rule Pixels = Is.Like(PixelsPattern());
    public static readonly Rule Angle = Is.Like(AnglePattern());

    [GeneratedRegex("^#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$")]
    private static partial Regex ColourPattern();

    [GeneratedRegex(@"^(none|xs|sm|md|lg|xl|xxl|-?\d+(\.\d+)?px|-?\d+(\.\d+)?%)$")]
    private static partial Regex DistancePattern();

    [GeneratedRegex(@"^(\d+(\.\d+)?px|\d+(\.\d+)?%)$")]
    private static partial Regex LengthPattern();

    [GeneratedRegex(@"^(none|light|normal|medium|semi-bold|bold|\d+(\.\d+)?px)$")]
    private static partial Regex BorderPattern();

    [GeneratedRegex(@"^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|\d+(\.\d+)?px)$")]
    private static partial Regex TextSizePattern();

    [GeneratedRegex(@"^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|full|\d+(\.\d+)?px|\d+(\.\d+)?%)$")]
    private static partial Regex ImageSizePattern();

    [GeneratedRegex(@"^\d{1,6}(\.\d+)?:\d{1,6}(\.\d+)?$")]
    private static partial Regex AspectRatioPattern();

    [GeneratedRegex(@"^\d+(\.\d+)?%$")]
    private static partial Regex PercentPattern();

    [GeneratedRegex(@"^\d+(\.\d+)?px$")]
    private static partial Regex PixelsPattern();

    [GeneratedRegex(@"^\d+(\.\d+)?deg$")]
    private static partial Regex AnglePattern();
}
