using System.Net;
using LineBot.Console.Staff;
using LineBot.Tests.Console;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Cli;

public sealed class OperatorCommandTests
{
    [Fact]
    public async Task Adds_an_operator_whose_password_opens_the_console_until_another_is_made()
    {
        await using var line = await LineTalk.StartAsync();
        var settings = new Dictionary<string, string> { ["Storage:Provider"] = line.Store.Options.Provider, ["Storage:ConnectionString"] = line.Store.ConnectionString };
        using var person = new OperatorDriver(line);

        var added = await CliRun.OfAsync(settings, "operator", "add", "Sato", "--role", "supervisor", "--json");
        var twice = await CliRun.OfAsync(settings, "operator", "add", "sato");
        var first = added.Json.GetProperty("password").GetString()!;
        (await person.SignInAsync("sato", first)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await person.GetAsync("/console/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var reset = await CliRun.OfAsync(settings, "operator", "reset", "sato", "--json");

        (await person.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await person.SignInAsync("sato", reset.Json.GetProperty("password").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        twice.ExitCode.ShouldBe(1);
        twice.Error.ShouldContain("linebot operator reset");
        (await CliRun.OfAsync(settings, "operator", "reset", "nobody")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Disables_an_operator_at_once_and_lets_them_in_again()
    {
        await using var line = await LineTalk.StartAsync();
        var settings = new Dictionary<string, string> { ["Storage:Provider"] = line.Store.Options.Provider, ["Storage:ConnectionString"] = line.Store.ConnectionString };
        using var person = await OperatorDriver.SignInAsync(line, "sato");
        using var other = await OperatorDriver.SignInAsync(line, "suzuki");

        var disabled = await CliRun.OfAsync(settings, line.Clock, "operator", "disable", "Sato");
        var atTheDoor = await person.SignInAsync("sato", OperatorDriver.Password);
        var openPage = await person.GetAsync("/console");
        var enabled = await CliRun.OfAsync(settings, line.Clock, "operator", "enable", "sato", "--json");

        disabled.ShouldBe(new CliRun(0, "sato can no longer sign in.\n", ""));
        openPage.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        atTheDoor.StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        (await other.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.OK);
        enabled.Json.GetProperty("disabled").GetBoolean().ShouldBeFalse();
        (await person.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "a session that was ended does not come back");
        (await person.SignInAsync("sato", OperatorDriver.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await person.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.OK);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action IN ('operator-disabled', 'operator-enabled') AND detail = 'sato' AND actor LIKE 'operator:%@shell'").ShouldBe(2);
        (await CliRun.OfAsync(settings, "operator", "disable", "nobody")).Error.ShouldContain("no operator of that name");
    }

    [Fact]
    public async Task Keeps_the_last_administrator_unless_it_is_forced()
    {
        await using var line = await LineTalk.StartAsync();
        var settings = new Dictionary<string, string> { ["Storage:Provider"] = line.Store.Options.Provider, ["Storage:ConnectionString"] = line.Store.ConnectionString };
        await OperatorDriver.AddAsync(line, "sato", OperatorRole.Admin);

        var first = await CliRun.OfAsync(settings, "operator", "disable", "operator");
        var last = await CliRun.OfAsync(settings, "operator", "disable", "sato");
        var forced = await CliRun.OfAsync(settings, "operator", "disable", "sato", "--force");

        first.ExitCode.ShouldBe(0);
        last.ExitCode.ShouldBe(1);
        last.Error.ShouldContain("No administrator would be left");
        last.Error.ShouldContain("--role admin");
        forced.ExitCode.ShouldBe(0);
        line.Count("SELECT COUNT(*) FROM operators WHERE disabled_at IS NULL").ShouldBe(0);
    }
}
