using LineBot.Inquiries;
using LineBot.Tests.Language;
using Microsoft.Extensions.Options;

namespace LineBot.Tests.Inquiries;

public sealed class InquiryHoursTests
{
    private readonly InquiryHours _hours = new(Options.Create(new InquiryOptions()));

    [Theory]
    [InlineData("09:59:59.999", false)]
    [InlineData("10:00:00", true)]
    [InlineData("18:59:59.999", true)]
    [InlineData("19:00:00", false)]
    [InlineData("00:00:00", false)]
    public void People_are_there_from_ten_until_just_before_seven(string time, bool open) =>
        _hours.IsOpenAt(Tokyo.At($"2026-07-01T{time}")).ShouldBe(open);

    [Theory]
    [InlineData("2026-07-01T09:59:59", "2026-07-01T10:00:00")]
    [InlineData("2026-07-01T10:00:00", "2026-07-01T10:00:00")]
    [InlineData("2026-07-01T10:00:00.001", "2026-07-02T10:00:00")]
    [InlineData("2026-07-01T19:00:00", "2026-07-02T10:00:00")]
    [InlineData("2026-12-31T23:59:59", "2027-01-01T10:00:00")]
    public void The_next_opening_is_today_or_tomorrow(string now, string opening) =>
        _hours.NextOpening(Tokyo.At(now)).ShouldBe(Tokyo.At(opening));

    [Fact]
    public void Hours_are_Japanese_wherever_the_instant_was_written() =>
        _hours.IsOpenAt(Tokyo.At("2026-07-01T10:00:00").ToUniversalTime()).ShouldBeTrue();

    [Theory]
    [InlineData("2026-11-22T12:00:00", false, "2026-11-24T10:00:00")]
    [InlineData("2026-11-23T12:00:00", false, "2026-11-24T10:00:00")]
    [InlineData("2026-11-24T12:00:00", true, "2026-11-25T10:00:00")]
    [InlineData("2026-12-30T19:00:00", false, "2027-01-04T10:00:00")]
    [InlineData("2026-12-31T12:00:00", false, "2027-01-04T10:00:00")]
    public void Nobody_answers_on_closed_weekdays_holidays_and_other_closed_days(string now, bool open, string next)
    {
        var hours = new InquiryHours(Options.Create(new InquiryOptions
        {
            ClosedWeekdays = [DayOfWeek.Sunday, DayOfWeek.Saturday], ClosedOnHolidays = true, ClosedDays = [new(2026, 12, 31)],
        }));

        hours.IsOpenAt(Tokyo.At(now)).ShouldBe(open);
        hours.NextOpening(Tokyo.At(now)).ShouldBe(Tokyo.At(next));
    }

    [Fact]
    public void Without_closed_days_people_answer_on_a_holiday_too()
    {
        _hours.IsDaily.ShouldBeTrue();
        _hours.IsOpenAt(Tokyo.At("2027-01-01T12:00:00")).ShouldBeTrue();
    }
}
