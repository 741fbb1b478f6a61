using LineBot.Applications;
using LineBot.RichMenu;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Cli;

public sealed class ApplicationCommandTests
{
    [Fact]
    public async Task Lists_shows_and_approves_an_application_and_the_applicant_hears_of_it()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await ReceiveAsync(line, phone.UserId, "mio@example.jp");

        var waiting = (await RunAsync(line, "list", "--json")).Json[0];
        var shown = await RunAsync(line, "show", "1");
        var approved = await RunAsync(line, "approve", "1", "--number", "090-1234-5678", "--as", "sato");

        waiting.GetProperty("id").GetInt64().ShouldBe(1);
        shown.Output.ShouldContain("森 美緒");
        shown.Output.ShouldNotContain("the hash");
        (approved.ExitCode, approved.Error).ShouldBe((0, ""));
        (await phone.NextAnswerAsync()).Text.ShouldContain("090-1234-5678");
        (await RunAsync(line, "list", "--json")).Json.GetArrayLength().ShouldBe(0);
        line.Count("SELECT COUNT(*) FROM audit_log WHERE actor = 'operator:sato' AND action = 'application-activated'").ShouldBe(1);
        (await RunAsync(line, "decline", "1")).Error.ShouldContain("decided before");
    }

    [Fact]
    public async Task Declines_and_the_applicant_hears_of_it()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await ReceiveAsync(line, phone.UserId, "mio@example.jp");

        (await RunAsync(line, "decline", "1", "--as", "sato")).ExitCode.ShouldBe(0);

        (await phone.NextAnswerAsync()).Text.ShouldContain("お受けできませんでした");
        line.Count("SELECT COUNT(*) FROM contracts WHERE login_id = 'mio@example.jp'").ShouldBe(0);
    }

    [Fact]
    public async Task Says_why_a_decision_was_not_taken_and_changes_nothing()
    {
        await using var line = await LineTalk.StartAsync();
        await ReceiveAsync(line, null, "oya@example.jp");

        var unknown = await RunAsync(line, "approve", "9", "--number", "090-1234-5678");
        var unwritten = await RunAsync(line, "approve", "1", "--number", "09012345678");
        var taken = await RunAsync(line, "approve", "1", "--number", "080-0000-0001");
        var loginTaken = await RunAsync(line, "approve", "1", "--number", "090-1234-5678");

        new[] { unknown, unwritten, taken, loginTaken }.ShouldAllBe(run => run.ExitCode == 1);
        unknown.Error.ShouldContain("no application with that number");
        unwritten.Error.ShouldContain("080-0000-0001");
        taken.Error.ShouldContain("Another subscription has that phone number.");
        loginTaken.Error.ShouldContain("A contract has got that login ID meanwhile.");
        line.Count("SELECT COUNT(*) FROM applications WHERE state = 'received'").ShouldBe(1);
    }

    private static Task<Application> ReceiveAsync(LineTalk line, string? lineUserId, string loginId) =>
        line.Services.GetRequiredService<Database>().WriteAsync(tx => line.Services.GetRequiredService<ApplicationStore>().Receive(
            tx,
            "request-1",
            new ApplicationContent
            {
                PlanId = "voice-3gb", UserName = "森 美緒", HolderName = "森 美緒", HolderKana = "モリ ミオ", BirthDate = "1995-03-03",
                LoginId = loginId, PasswordHash = "the hash",
            },
            lineUserId, line.Clock.GetUtcNow()));

    private static Task<CliRun> RunAsync(LineTalk line, string verb, params string[] args) =>
        CliRun.OfAsync(
            new Dictionary<string, string>
            {
                ["Storage:Provider"] = line.Store.Options.Provider, ["Storage:ConnectionString"] = line.Store.ConnectionString,
                ["Line:ChannelSecret"] = line.Platform.Channel.Secret,
                ["Line:ChannelAccessToken"] = line.Platform.Channel.AccessToken,
            },
            line.Clock, ["application", verb, .. args]);
}
