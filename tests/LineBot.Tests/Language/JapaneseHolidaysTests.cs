using LineBot.Language;

namespace LineBot.Tests.Language;

public sealed class JapaneseHolidaysTests
{
    /// <summary>As the Cabinet Office published them; 2027 and 2028 by the law and the almanac's equinoxes.</summary>
    [Theory]
    [InlineData(2024, "01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23")]
    [InlineData(2025, "01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24")]
    [InlineData(2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23")]
    [InlineData(2027, "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23")]
    [InlineData(2028, "01-01 01-10 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-22 10-09 11-03 11-23")]
    public void Has_the_days_of_the_year_and_no_other(int year, string days) =>
        string.Join(' ', Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays)
            .Where(JapaneseHolidays.Contains).Select(day => day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(days);

    [Theory]
    [InlineData("2021-01-01", false)]
    [InlineData("2022-01-01", true)]
    [InlineData("2099-11-23", true)]
    [InlineData("2100-01-01", false)]
    public void Knows_its_years(string day, bool holiday) =>
        JapaneseHolidays.Contains(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(holiday);
}
