using LineBot.Notices;

namespace LineBot.Handlers.DataRemaining;

/// <summary>The levels of data left that can be told, by which a fall is known from a rise.</summary>
internal static class Bands
{
    /// <summary>No level is reached.</summary>
    public const int Full = 100;

    /// <summary>The lowest level that what is left has reached, 0 only when nothing is left. Without any data there is no level.</summary>
    public static int Of(long leftKb, long volumeKb)
    {
        if (volumeKb == 0)
            return Full;
        if (leftKb == 0)
            return 0;
        return NoticeChoices.Levels.Where(level => leftKb * 100 <= level * volumeKb).DefaultIfEmpty(Full).Min();
    }

    /// <summary>Which of a customer's levels a fall from one band to another has to tell of: the lowest it passed, one and not several.</summary>
    public static int? Told(NoticeChoices choices, int from, int to)
    {
        var levels = choices.IsOn(NoticeKind.DataLow) ? choices.LowLevels : [];
        return levels.Concat(choices.IsOn(NoticeKind.DataUsedUp) ? [0] : [])
            .Where(level => level >= to && level < from).Select(level => (int?)level).Min();
    }
}
