using LineBot.Language;

namespace LineBot.Tests.Language;

public sealed class DayWordsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 30);

    [Fact]
    public void Writes_days_and_months_in_both_languages()
    {
        Both(tongue => tongue.Day(Monday)).ShouldBe(("11月30日(月)", "Mon, Nov 30"));
        Both(tongue => tongue.DayOfYear(Monday)).ShouldBe(("2026年11月30日", "Nov 30, 2026"));
        Both(tongue => tongue.Month(Monday)).ShouldBe(("11月", "November"));
        Both(tongue => tongue.MonthOfYear(Monday)).ShouldBe(("2026年11月", "November 2026"));
        Both(tongue => tongue.Until(Monday)).ShouldBe(("11月30日(月) まで", "until Mon, Nov 30"));
        Both(tongue => tongue.DayAndTime(Tokyo.At("2026-11-30T09:05"))).ShouldBe(("11月30日(月) 9:05", "Mon, Nov 30 at 9:05 (JST)"));
    }

    [Fact]
    public void Writes_numbers_the_same_whatever_the_machine_does()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Both(tongue => tongue.Yen(12_420)).ShouldBe(("12,420円", "¥12,420"));
            Amounts.Number(12_420).ShouldBe("12,420");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static (string Japanese, string English) Both(Func<Tongue, string> say) => (say(Tongue.Japanese), say(Tongue.English));
}
