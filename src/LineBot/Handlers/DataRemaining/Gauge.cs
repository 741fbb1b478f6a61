using System.Globalization;
using Line.Messaging;
using LineBot.Data;

namespace LineBot.Handlers.DataRemaining;

/// <summary>A bar that is as full as the data that is left, one stretch a kind, in the order of use.</summary>
internal static class Gauge
{
    private const string Empty = "#DDE4E0";

    /// <summary>What is left of all that there was, rounded down: 100 only while nothing was used.</summary>
    public static int Percent(Balance balance) =>
        balance.VolumeKb == 0 ? 0 : (int)(balance.LeftKb * 100 / balance.VolumeKb);

    public static FlexBox Of(Balance balance, string height)
    {
        var stretches = balance.Parts.Where(part => part.LeftKb > 0)
            .GroupBy(part => part.Kind)
            .Select(kind => Stretch(PartLook.Color(kind.Key), kind.Sum(part => part.LeftKb), balance.VolumeKb));
        return FlexBox.Horizontal([.. stretches]) with { Height = height, CornerRadius = "md", BackgroundColor = Empty };
    }

    /// <summary>A single stretch of <paramref name="most"/>, for a day's usage.</summary>
    public static FlexBox Bar(long value, long most, string color, string height) =>
        FlexBox.Horizontal(value > 0 ? [Stretch(color, value, most)] : []) with { Height = height, CornerRadius = "sm", BackgroundColor = "#EEF2F0" };

    private static FlexBox Stretch(string color, long value, long most)
    {
        // Too thin to be seen would say that there is nothing.
        var percent = Math.Max(2, value * 100 / most);
        return FlexBox.Vertical() with { Width = string.Create(CultureInfo.InvariantCulture, $"{percent}%"), BackgroundColor = color };
    }
}
