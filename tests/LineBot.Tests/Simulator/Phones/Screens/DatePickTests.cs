using LineBot.Simulator.Phones.Screens;

namespace LineBot.Tests.Simulator.Phones.Screens;

public sealed class DatePickTests
{
    [Fact]
    public void Asks_as_the_action_says()
    {
        var pick = DatePick.Of(Json.Of("""{"mode":"datetime","initial":"2026-11-30t09:30","min":"2026-11-01T00:00","max":"2026-12-31T23:59"}"""));

        pick.ShouldBe(new DatePick("datetime-local", "2026-11-30T09:30", "2026-11-01T00:00", "2026-12-31T23:59"));
    }

    [Theory]
    [InlineData("date", "2026-11-30", true)]
    [InlineData("date", "2026-11-30T09:30", false)]
    [InlineData("time", "09:30", true)]
    [InlineData("time", "9:30", false)]
    [InlineData("datetime", "2026-11-30T09:30", true)]
    [InlineData("datetime", "2026-11-30", false)]
    [InlineData("date", "x", false)]
    public void Takes_what_LINE_would_send(string mode, string value, bool taken) =>
        DatePick.IsPick(Json.Of($$"""{"mode":"{{mode}}"}"""), value).ShouldBe(taken);
}
