using Line.Messaging;

namespace LineBot.RichMenu;

/// <summary>How well what stands on a tile can be told from its ground.</summary>
internal static class Contrast
{
    /// <summary>What weak eyes need to read text. See https://www.w3.org/TR/WCAG22/#contrast-minimum.</summary>
    public const double Readable = 4.5;

    // Of the pixels that are looked at: a ground is the colour of a quarter of the tile at least, and letters cover more than this of it.
    public const int Step = 3;
    private const double GroundShare = 0.25;
    private const double InkShare = 0.015;

    /// <summary>As WCAG 2 defines it: 1 for one colour on itself, 21 for black on white.</summary>
    public static double Between(int one, int other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The strongest contrast of anything as large as a label with the ground of an area; null where it has no one ground, as a photo.</summary>
    /// <param name="sample">Each <see cref="Step"/>th pixel of each such row.</param>
    public static double? On(RichMenuBounds area, int[,] sample)
    {
        var counts = new Dictionary<int, int>();
        var looked = 0;
        for (var y = area.Y / Step; y < (area.Y + area.Height) / Step; y++)
        {
            for (var x = area.X / Step; x < (area.X + area.Width) / Step; x++, looked++)
                counts[sample[y, x]] = counts.GetValueOrDefault(sample[y, x]) + 1;
        }
        if (looked == 0)
            return null;
        var ground = counts.MaxBy(colour => colour.Value);
        return ground.Value < looked * GroundShare
            ? null
            : counts.Where(colour => colour.Value >= looked * InkShare).Max(colour => Between(colour.Key, ground.Key));
    }

    private static double Luminance(int colour) =>
        0.2126 * Part(colour >> 16) + 0.7152 * Part(colour >> 8) + 0.0722 * Part(colour);

    private static double Part(int channel)
    {
        var part = (channel & 0xFF) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
