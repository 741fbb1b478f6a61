using System.Globalization;

namespace LineBot.RichMenu;

/// <summary>Whether LINE takes a menu's picture, and whether its tiles can be read.</summary>
internal static class PictureChecks
{
    private const int LargestImage = 1024 * 1024;

    /// <summary>What has no such size is told of by LINE's limits, and not unpacked to be looked at.</summary>
    private const int LargestSide = 2500;

    public static IEnumerable<MenuFault> Of(MenuDefinition menu)
    {
        var place = $"{menu.File}.png";
        if (menu.Image.Length > LargestImage)
            yield return new MenuFault(place, $"{menu.Image.Length} バイトあります。LINE の上限は 1 MB です。", $"The picture has {menu.Image.Length} bytes; LINE takes 1 MB.");
        var (width, height) = (menu.Menu.Size.Width, menu.Menu.Size.Height);
        if (Png.Read(menu.Image) is not { } picture)
            yield return new MenuFault(place, "PNG ではないか、途中で切れています。", "This is no PNG, or only a part of one.");
        else if ((picture.Width, picture.Height) != (width, height))
            yield return new MenuFault(place, $"画像は {picture.Width}×{picture.Height} ですが、定義は {width}×{height} です。", $"The picture has {picture.Width}×{picture.Height}, the definition says {width}×{height}.");
        else if (width is < 1 or > LargestSide || height is < 1 or > LargestSide)
            yield break;
        else if (!TryRead(picture, out var sample))
            yield return new MenuFault(place, "画像が壊れています。", "The picture is damaged.");
        else if (sample is not null)
        {
            foreach (var fault in Pale(menu, sample))
                yield return fault;
        }
    }

    private static IEnumerable<MenuFault> Pale(MenuDefinition menu, int[,] sample)
    {
        foreach (var (index, area) in menu.Menu.Areas.Index())
        {
            // What lies outside is told of as such.
            if (!MenuChecks.IsInside(area.Bounds, menu.Menu.Size) || Contrast.On(area.Bounds, sample) is not { } contrast || contrast >= Contrast.Readable)
                continue;
            var measured = contrast.ToString("0.0", CultureInfo.InvariantCulture);
            yield return new MenuFault($"{menu.File}.png areas[{index}]",
                $"文字と地の明るさの比が {measured}:1 しかありません。4.5:1 以上にしてください。",
                $"What stands on this tile is {measured}:1 from its ground; to be read it takes 4.5:1.");
        }
    }

    private static bool TryRead(Png picture, out int[,]? sample)
    {
        try
        {
            sample = picture.Sample(Contrast.Step);
            return true;
        }
        catch (InvalidDataException)
        {
            sample = null;
            return false;
        }
    }
}
