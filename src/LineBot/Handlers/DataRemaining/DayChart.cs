using LineBot.Language;

namespace LineBot.Handlers.DataRemaining;

/// <summary>The last days' usage as bars, in the units of a drawing 320 wide.</summary>
public sealed record DayChart(IReadOnlyList<DayBar> Bars, long MostKb)
{
    public const int Days = 29;
    public const int Width = 320;
    public const int Floor = 112;
    private const int Ceiling = 16;

    public static DayChart Of(Remaining look)
    {
        var days = Enumerable.Range(0, Days + 1).Select(n => look.Balance.Today.AddDays(n - Days)).ToList();
        var most = Math.Max(1, days.Max(look.UsedOn));
        return new DayChart([.. days.Select((day, n) => Bar(day, n, look.UsedOn(day), most))], most);
    }

    /// <summary>What the drawing says, for those who do not see it.</summary>
    public string InWords(Tongue tongue)
    {
        var (total, most) = (Bars.Sum(bar => bar.Kb), Bars.MaxBy(bar => bar.Kb)!);
        return tongue.Say(
            $"30日間の合計 {tongue.Data(total)}、1日平均 {tongue.Data(total / Bars.Count)}。いちばん多い日は {tongue.Day(most.Day)} の {tongue.Data(most.Kb)}。",
            $"{tongue.Data(total)} in 30 days, {tongue.Data(total / Bars.Count)} a day on average. The most was {tongue.Data(most.Kb)} on {tongue.Day(most.Day)}.");
    }

    private static DayBar Bar(DateOnly day, int n, long kb, long most)
    {
        var height = kb == 0 ? 0 : Math.Max(1, (int)((Floor - Ceiling) * kb / most));
        return new DayBar(day, kb, 10 + n * 10, Floor - height, height);
    }
}

/// <summary>One day, with the upper left corner and the height of its bar.</summary>
public sealed record DayBar(DateOnly Day, long Kb, int X, int Y, int Height);
