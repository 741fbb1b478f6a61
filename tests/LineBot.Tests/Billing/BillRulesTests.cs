using FsCheck;
using FsCheck.Fluent;
using LineBot.Accounts;
using LineBot.Billing;
using LineBot.Data;
using LineBot.Tests.Language;

namespace LineBot.Tests.Billing;

public sealed class BillRulesTests
{
    private static readonly DateOnly September = new(2026, 9, 1);

    [Theory]
    [InlineData(2420, "2026-09-01", 2420)]
    [InlineData(2420, "2026-09-02", 2339)]
    [InlineData(2420, "2026-09-16", 1210)]
    [InlineData(2420, "2026-09-30", 80)]
    [InlineData(2420, "2026-10-31", 78)]
    [InlineData(2420, "2027-02-28", 86)]
    [InlineData(2420, "2028-02-28", 166)]
    [InlineData(2420, "2028-02-29", 83)]
    [InlineData(0, "2026-09-16", 0)]
    public void A_first_month_is_charged_by_its_days_and_rounded_down(int monthly, string from, int yen) =>
        BillRules.ShareOf(monthly, DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(yen);

    [Fact]
    public void Has_a_line_for_the_plan_each_option_and_each_top_up_with_its_day()
    {
        var lines = BillRules.LinesOf(September, [Subscription(1, new DateOnly(2026, 9, 16))], 0);

        lines.Select(line => (line.Kind, line.NameEn, line.Day, line.Yen)).ShouldBe(
        [
            ("plan", "6 GB", new DateOnly(2026, 9, 16), 1210),
            ("option", "SNS", null, 280),
            ("top-up", "Data top-up 1 GB", new DateOnly(2026, 9, 30), 1000),
        ]);
        lines.ShouldAllBe(line => line.SubscriptionId == 1);
    }

    [Theory]
    [InlineData(0, 2490)]
    [InlineData(2489, 1)]
    [InlineData(2490, 0)]
    [InlineData(9999, 0)]
    public void A_credit_is_taken_off_and_never_more_than_there_is_to_pay(int credit, int yen) =>
        new Bill(September, BillRules.LinesOf(September, [Subscription(1, new DateOnly(2026, 9, 16))], credit), true).Yen.ShouldBe(yen);

    [Theory]
    [InlineData(1100, 100)]
    [InlineData(1099, 99)]
    [InlineData(0, 0)]
    public void Says_the_tax_that_is_in_it(int yen, int tax) =>
        new Bill(September, [new BillLine { Kind = BillLineKind.Plan, NameJa = "", NameEn = "", Yen = yen }], true).TaxYen.ShouldBe(tax);

    [Theory]
    [InlineData("2026-12-01", "2027-01-03", "2027-01-05")]
    [InlineData("2028-02-01", "2028-03-03", "2028-03-05")]
    public void Is_told_on_the_3rd_and_charged_on_the_5th_of_the_month_after(string month, string told, string charged)
    {
        var bill = new Bill(DateOnly.Parse(month, System.Globalization.CultureInfo.InvariantCulture), [], true);

        bill.ToldOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(told);
        bill.ChargedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(charged);
    }

    [Fact]
    public void Shares_of_a_month_are_never_more_than_the_month_and_grow_by_the_day() => Prop.ForAll(
        Gen.Zip(Gen.Choose(0, 100_000), Gen.Choose(0, 5_000)).ToArbitrary(),
        drawn =>
        {
            var (yen, days) = drawn;
            var day = September.AddDays(days);
            var share = BillRules.ShareOf(yen, day);
            return share >= 0 && share <= yen && (day.Day != 1 || share == yen)
                && (day.AddDays(1).Month != day.Month || share >= BillRules.ShareOf(yen, day.AddDays(1)));
        }).QuickCheckThrowOnFailure();

    private static BilledSubscription Subscription(long id, DateOnly activatedOn) => new(
        id,
        activatedOn,
        new Plan { Id = "6gb", NameJa = "6GB", NameEn = "6 GB", DataKb = 6_000_000, HasVoice = true, MonthlyYen = 2420 },
        [new PlanOption { Id = "sns", NameJa = "SNS", NameEn = "SNS", MonthlyYen = 280 }],
        [new TopUp { Kb = 1_000_000, Yen = 1000, BoughtAt = Tokyo.At("2026-09-30T23:59:59") }]);
}
