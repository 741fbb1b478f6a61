using LineBot.Language;

namespace LineBot.Tests.Language;

public sealed class AmountsTests
{
    [Theory]
    [InlineData(0, "0MB", "0 MB")]
    [InlineData(1, "1MB未満", "under 1 MB")]
    [InlineData(999, "1MB未満", "under 1 MB")]
    [InlineData(1_000, "1MB", "1 MB")]
    [InlineData(500_000, "500MB", "500 MB")]
    [InlineData(999_999, "999MB", "999 MB")]
    [InlineData(1_000_000, "1GB", "1 GB")]
    [InlineData(1_009_999, "1GB", "1 GB")]
    [InlineData(1_100_000, "1.1GB", "1.1 GB")]
    [InlineData(1_259_999, "1.25GB", "1.25 GB")]
    [InlineData(10_000_000, "10GB", "10 GB")]
    [InlineData(1_000_500_000, "1000.5GB", "1000.5 GB")]
    public void Writes_data_in_the_unit_that_fits_and_never_more_than_there_is(long kb, string japanese, string english)
    {
        Tongue.Japanese.Data(kb).ShouldBe(japanese);
        Tongue.English.Data(kb).ShouldBe(english);
    }

    [Fact]
    public void Writes_days_and_money_as_each_language_does()
    {
        var day = new DateOnly(2026, 11, 30);
        Tongue.Japanese.Until(day).ShouldBe("11月30日(月) まで");
        Tongue.English.Until(day).ShouldBe("until Mon, Nov 30");
        Tongue.Japanese.Yen(2_420).ShouldBe("2,420円");
        Tongue.English.Yen(0).ShouldBe("¥0");
    }
}
