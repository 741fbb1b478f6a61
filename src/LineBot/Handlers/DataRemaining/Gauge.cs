using System.Globalization;
using Line.Messaging;
using LineBot.Data;
using LineBot.Language;

namespace LineBot.Handlers.DataRemaining;

/// <summary>A bar that is as full as the data that is left, one stretch a kind, in the order of use.</summary>
internal static class Gauge
{
    private const string Empty = "#DDE4E0";

    /// <summary>What is left of all that there was, rounded down: 100 only while nothing was used.</summary>
    public static int Percent(Balance balance) =>
        balance.VolumeKb == 0 ? 0 : (int)(balance.LeftKb * 100 / balance.VolumeKb);

    /// <summary>残り 41%（全 6GB）: the gauge for those who do not see it.</summary>
    public static string InWords(Tongue tongue, Balance balance) => tongue.Say(
        $"残り {Percent(balance)}%（全 {tongue.Data(balance.VolumeKb)}）", $"{Percent(balance)}% left of {tongue.Data(balance.VolumeKb)}");

    public static FlexBox Of(Balance balance, string height)
    {
        var stretches = balance.Parts.Where(part => part.LeftKb > 0)
            .GroupBy(part => part.Kind)
            .Select(kind => Stretch(PartLook.Color(kind.Key), kind.Sum(part => part.LeftKb), balance.VolumeKb));
        return FlexBox.Horizontal([.. stretches]) with { Height = height, CornerRadius = "md", BackgroundColor = Empty };
    }

    /// <summary>A bar of <paramref name="value"/> among bars of up to <paramref name="most"/>; an empty one for nothing.</summary>
    public static FlexBox Bar(string color, long value, long most, string height) =>
        Stretch(value > 0 ? color : Empty, value, most) with { Height = height };

    private static FlexBox Stretch(string color, long value, long most)
    {
        // Too thin to be seen would say that there is nothing.
        var percent = Math.Max(2, value * 100 / most);
        return FlexBox.Vertical() with { Width = string.Create(CultureInfo.InvariantCulture, $"{percent}%"), BackgroundColor = color };
    }
}
