using LineBot.Simulator;

namespace LineBot.Tests.Simulator;

public sealed class SimulatorOptionsTests
{
    [Fact]
    public void Needs_nothing() => SimulatorOptions.Read([]).ShouldBe(new SimulatorOptions(5080, null, true));

    [Fact]
    public void Takes_what_it_knows() =>
        SimulatorOptions.Read(["--port", "6000", "--no-bot", "--data", "box"]).ShouldBe(new SimulatorOptions(6000, Path.GetFullPath("box"), false));

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "0")]
    [InlineData("--port", "65536")]
    [InlineData("--data")]
    [InlineData("--urls", "http://0.0.0.0:5080")]
    [InlineData("--help")]
    public void Explains_itself_for_anything_else(params string[] arguments) => SimulatorOptions.Read(arguments).ShouldBeNull();
}
