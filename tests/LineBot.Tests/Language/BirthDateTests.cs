using System.Globalization;
using LineBot.Language;

namespace LineBot.Tests.Language;

public sealed class BirthDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory]
    [InlineData("1990-01-31")]
    [InlineData("1990/1/31")]
    [InlineData("１９９０／０１／３１")]
    [InlineData("１９９０年１月３１日")]
    [InlineData(" 1990 年 1 月 31 日 ")]
    [InlineData("1990.1.31")]
    [InlineData("1990ー01ー31")]
    [InlineData("19900131")]
    [InlineData("１９９００１３１")]
    public void Is_read_as_people_write_it(string typed) => BirthDate.Read(typed, Today).ShouldBe(new DateOnly(1990, 1, 31));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1990-02-30")]
    [InlineData("2026-11-17")]
    [InlineData("1906-11-15")]
    [InlineData("平成2年1月31日")]
    [InlineData("900131")]
    [InlineData("31/01/1990")]
    public void Is_refused_when_it_is_no_day_of_a_living_persons_birth(string? typed) => BirthDate.Read(typed, Today).ShouldBeNull();

    [Theory]
    [InlineData("2008-11-16", "2026-11-15", false)]
    [InlineData("2008-11-16", "2026-11-16", true)]
    [InlineData("2008-02-29", "2026-02-28", false)]
    [InlineData("2008-02-29", "2026-03-01", true)]
    [InlineData("2008-02-28", "2026-02-28", true)]
    [InlineData("2008-03-01", "2026-02-28", false)]
    [InlineData("2004-02-29", "2022-03-01", true)]
    [InlineData("2006-02-28", "2024-02-28", true)]
    [InlineData("2006-03-01", "2024-02-29", false)]
    public void Eighteen_comes_with_the_birthday(string birth, string today, bool expected) =>
        DateOnly.Parse(birth, CultureInfo.InvariantCulture).IsAtLeast(18, DateOnly.Parse(today, CultureInfo.InvariantCulture)).ShouldBe(expected);

    [Fact]
    public void A_leap_years_child_has_its_birthday_in_leap_years() =>
        new DateOnly(2004, 2, 29).IsAtLeast(20, new DateOnly(2024, 2, 29)).ShouldBeTrue();
}
