using System.Net;
using LineBot.Console.Staff;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Console;

public sealed class SignInTests
{
    [Fact]
    public async Task The_first_start_prints_a_password_once_that_opens_everything()
    {
        using var paper = new StringWriter();
        await using var line = await LineTalk.StartAsync(new()
        {
            // Named, so that the store is a fresh one.
            Settings = new Dictionary<string, string> { ["DemoData"] = "true" },
            Configure = builder => builder.Services.AddSingleton<TextWriter>(paper),
        });
        var told = paper.ToString();
        var password = told.Split("password ")[1].Split(' ')[0];
        using var person = new OperatorDriver(line);

        (await person.SignInAsync("operator", password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await person.GetAsync("/console/operators")).StatusCode.ShouldBe(HttpStatusCode.OK);
        told.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        line.Log.ToString().ShouldNotContain(password);
    }

    [Fact]
    public async Task Guessing_ends_soon_and_a_wrong_name_looks_like_a_wrong_password()
    {
        await using var line = await LineTalk.StartAsync();
        await OperatorDriver.AddAsync(line, "sato", OperatorRole.Operator);
        using var person = new OperatorDriver(line);

        var wrong = await OperatorDriver.TextOf(await person.SignInAsync("sato", "wrong"));
        var unknown = await OperatorDriver.TextOf(await person.SignInAsync("nobody", "wrong"));
        for (var tries = 1; tries < OperatorCheck.PerName.Most; tries++)
            (await person.SignInAsync("sato", "wrong")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var locked = await person.SignInAsync("sato", OperatorDriver.Password);
        line.Clock.Turn(OperatorCheck.PerName.Window);
        var again = await person.SignInAsync("SATO ", OperatorDriver.Password);

        Sentence(wrong).ShouldBe(Sentence(unknown));
        locked.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_idle_when_it_is_old_and_when_its_operator_is_let_go()
    {
        await using var line = await LineTalk.StartAsync();
        using var admin = await OperatorDriver.SignInAsync(line, "suzuki", OperatorRole.Admin);
        using var idle = await OperatorDriver.SignInAsync(line, "sato");
        line.Clock.Turn(TimeSpan.FromMinutes(59));
        (await idle.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await admin.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await admin.PostAsync("/console/operators/disable", ("name", "sato"));
        var letGo = await idle.GetAsync("/console");
        line.Clock.Turn(TimeSpan.FromMinutes(61));
        var idleTooLong = await admin.GetAsync("/console");
        await admin.SignInAsync("suzuki", OperatorDriver.Password);
        for (var hours = 0; hours < 13; hours++)
        {
            line.Clock.Turn(TimeSpan.FromMinutes(55));
            await admin.GetAsync("/console");
        }

        letGo.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        idleTooLong.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        line.Clock.Turn(TimeSpan.FromMinutes(30));
        (await admin.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await idle.SignInAsync("sato", OperatorDriver.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_cookie_is_for_the_console_alone_and_changes_with_time()
    {
        await using var line = await LineTalk.StartAsync();
        await OperatorDriver.AddAsync(line, "sato", OperatorRole.Operator);
        using var person = new OperatorDriver(line);

        var set = (await person.SignInAsync("sato", OperatorDriver.Password)).Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("console=", StringComparison.Ordinal));
        var before = person.Cookies.GetCookies(new Uri(line.Address, "/console"))["console"]!.Value;
        line.Clock.Turn(TimeSpan.FromMinutes(31));
        await person.GetAsync("/console");
        var after = person.Cookies.GetCookies(new Uri(line.Address, "/console"))["console"]!.Value;

        set.ShouldContain("path=/console");
        set.ShouldContain("httponly");
        set.ShouldContain("samesite=strict");
        after.ShouldNotBe(before);
        (await person.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_signs_out_everywhere_else()
    {
        await using var line = await LineTalk.StartAsync();
        using var here = await OperatorDriver.SignInAsync(line, "sato");
        using var elsewhere = new OperatorDriver(line);
        await elsewhere.SignInAsync("sato", OperatorDriver.Password);

        var tooShort = await here.PostAsync("/console/account", ("present", OperatorDriver.Password), ("wanted", "short"), ("again", "short"));
        var changed = await here.PostAsync("/console/account",
            ("present", OperatorDriver.Password), ("wanted", "a-new-password-of-mine"), ("again", "a-new-password-of-mine"));

        tooShort.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await here.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE action = 'operator-password-changed'").ShouldBe(1);
    }

    [Theory]
    [InlineData("/console/audit?day=2026-11-16", "/console/audit?day=2026-11-16")]
    [InlineData("//evil.example/console", "/console")]
    [InlineData("/consolex", "/console")]
    [InlineData("https://evil.example", "/console")]
    public void Leads_back_into_the_console_only(string wanted, string after) => LineBot.Console.ConsoleAddress.After(wanted).ShouldBe(after);

    private static string Sentence(string html) => html.Split("id=\"error\">")[1].Split('<')[0];
}
