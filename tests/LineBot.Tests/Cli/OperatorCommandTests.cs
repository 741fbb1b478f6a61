using LineBot.Tests.Console;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Cli;

public sealed class OperatorCommandTests
{
    [Fact]
    public async Task Adds_an_operator_whose_password_opens_the_console_until_another_is_made()
    {
        await using var line = await LineTalk.StartAsync();
        var settings = new Dictionary<string, string> { ["Storage:ConnectionString"] = line.ConnectionString };
        using var person = new OperatorDriver(line);

        var added = await CliRun.OfAsync(settings, "operator", "add", "Sato", "--role", "supervisor", "--json");
        var twice = await CliRun.OfAsync(settings, "operator", "add", "sato");
        var first = added.Json.GetProperty("password").GetString()!;
        (await person.SignInAsync("sato", first)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await person.GetAsync("/console/audit")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var reset = await CliRun.OfAsync(settings, "operator", "reset", "sato", "--json");

        (await person.GetAsync("/console")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await person.SignInAsync("sato", reset.Json.GetProperty("password").GetString()!)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        twice.ExitCode.ShouldBe(1);
        twice.Error.ShouldContain("linebot operator reset");
        (await CliRun.OfAsync(settings, "operator", "reset", "nobody")).ExitCode.ShouldBe(1);
    }
}
