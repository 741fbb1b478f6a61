using LineBot.Data;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Data;

public sealed class DataPolicyTests
{
    [Theory]
    [InlineData("PresentUnitMb", "0", false)]
    [InlineData("PresentUnitMb", "1", true)]
    [InlineData("PresentUnitMb", "100001", false)]
    [InlineData("PresentLimitPercent", "0", false)]
    [InlineData("PresentMonths", "0", false)]
    [InlineData("PresentMonths", "12", true)]
    [InlineData("CarryOverMonths", "0", true)]
    [InlineData("CarryOverMonths", "-1", false)]
    [InlineData("TopUpMonths", "13", false)]
    [InlineData("CorrectableMonths", "13", false)]
    [InlineData("SlowKbps", "0", false)]
    [InlineData("ConfirmationValidFor", "00:00:59", false)]
    [InlineData("ConfirmationValidFor", "00:01:00", true)]
    public async Task Refuses_a_policy_that_cannot_be_right_and_names_the_key(string key, string value, bool isRight)
    {
        await using var ledger = new LedgerFixture((key, value));
        var read = () => ledger.Of<IOptions<DataPolicy>>().Value;
        if (isRight)
            read.ShouldNotThrow();
        else
            read.ShouldThrow<OptionsValidationException>().Message.ShouldContain($"DataPolicy:{key} is '");
    }

    [Fact]
    public async Task Sells_what_is_configured_in_place_of_the_standard_top_ups()
    {
        await using var standard = new LedgerFixture();
        standard.Of<TopUps>().Offers.ShouldBe([new(500, 500), new(1_000, 1_000), new(3_000, 3_000)]);
        await using var own = new LedgerFixture(("TopUps:0:Mb", "2000"), ("TopUps:0:Yen", "1500"));
        own.Of<TopUps>().Offers.ShouldBe([new(2_000, 1_500)]);
    }
}
