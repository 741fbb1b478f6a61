using LineBot.Simulator.Phones.Flex;

namespace LineBot.Tests.Simulator.Phones.Flex;

public sealed class FlexColorTests
{
    [Theory]
    [InlineData("#06c755")]
    [InlineData("#00000088")]
    public void Takes_a_colour_with_and_without_transparency(string color) => FlexColor.Of(color).ShouldBe(color);

    [Theory]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#06c755;x:y")]
    [InlineData("url(//example.com)")]
    [InlineData(null)]
    public void Takes_nothing_else_for_a_colour(string? color) => FlexColor.Of(color).ShouldBeNull();

    [Fact]
    public void Writes_a_gradient_with_its_middle_colour() =>
        FlexColor.Gradient(Json.Of("""
            {"type":"linearGradient","angle":"23.5deg","startColor":"#ff0000","centerColor":"#0000ff","endColor":"#00ff00","centerPosition":"10%"}
            """)).ShouldBe("linear-gradient(23.5deg,#ff0000,#0000ff 10%,#00ff00)");

    [Theory]
    [InlineData("""{"type":"radial","angle":"0deg","startColor":"#ff0000","endColor":"#00ff00"}""")]
    [InlineData("""{"type":"linearGradient","angle":"360deg","startColor":"#ff0000","endColor":"#00ff00"}""")]
    [InlineData("""{"type":"linearGradient","angle":"0deg","startColor":"#ff0000"}""")]
    [InlineData("null")]
    public void Writes_no_gradient_that_LINE_would_refuse(string background) => FlexColor.Gradient(Json.Of(background)).ShouldBeNull();
}
