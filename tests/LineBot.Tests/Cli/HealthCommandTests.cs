using LineBot.Simulator.Bot;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Cli;

public sealed class HealthCommandTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    public async Task Asks_the_service_where_it_listens(string host)
    {
        await using var line = await LineTalk.StartAsync();

        var run = await CliRun.OfAsync(new Dictionary<string, string> { ["Urls"] = $"http://{host}:{line.Address.Port};http://[::1]:1" }, "health");

        run.ShouldBe(new CliRun(0, "ready\n", ""));
    }

    [Fact]
    public async Task Says_what_is_no_address()
    {
        var run = await CliRun.OfAsync("health", "--at", "bot.example.jp");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("'bot.example.jp'");
    }

    [Fact]
    public async Task Says_where_nobody_answers()
    {
        var address = $"http://127.0.0.1:{FreePort.Find()}";

        var run = await CliRun.OfAsync("health", "--at", address);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("does not answer");
        run.Error.ShouldContain(address);
    }
}
