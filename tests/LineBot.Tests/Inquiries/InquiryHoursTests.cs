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
}
