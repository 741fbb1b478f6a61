using LineBot.RichMenu;
using LineBot.Tests.Drivers;
using LineBot.Tests.Handlers;

namespace LineBot.Tests.Cli;

public sealed class InquiryCommandTests
{
    [Fact]
    public async Task Carries_an_inquiry_from_the_question_to_its_end()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/connect@1");
        await phone.AskAsync("請求書はどこで見られますか");

        var waiting = (await RunAsync(line, "list", "--json")).Json[0];
        var id = waiting.GetProperty("id").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var said = await RunAsync(line, "show", id);
        var answered = await RunAsync(line, "answer", id, "マイページでご覧いただけます。", "--as", "sato");

        waiting.GetProperty("unanswered").GetInt32().ShouldBe(1);
        said.Output.ShouldContain("請求書はどこで見られますか");
        (answered.ExitCode, answered.Error).ShouldBe((0, ""));
        (await phone.NextAnswerAsync()).Texts[1].ShouldBe("マイページでご覧いただけます。");
        (await RunAsync(line, "show", id)).Output.ShouldContain("sato");

        (await RunAsync(line, "close", id, "--as", "sato")).ExitCode.ShouldBe(0);
        (await phone.NextAnswerAsync()).Text.ShouldContain("担当者がお問い合わせを終了しました。");
        (await RunAsync(line, "list", "--json")).Json.GetArrayLength().ShouldBe(0);

        var late = await RunAsync(line, "answer", id, "遅すぎた答え");
        late.ExitCode.ShouldBe(1);
        late.Error.ShouldContain("This inquiry is closed.");
    }

    [Fact]
    public async Task Says_what_is_wrong()
    {
        await using var line = await LineTalk.StartAsync();

        var unknown = await RunAsync(line, "show", "99");
        var nobody = await RunAsync(line, "answer", "99", "はい");
        var noNumber = await RunAsync(line, "show", "abc");
        var noSecret = await CliRun.OfAsync(
            new Dictionary<string, string>(SettingsOf(line)) { ["Line:ChannelSecret"] = "" }, "inquiry", "answer", "99", "はい");

        (unknown.ExitCode, nobody.ExitCode, noNumber.ExitCode, noSecret.ExitCode).ShouldBe((1, 1, 2, 1));
        unknown.Error.ShouldContain("no inquiry with that number");
        nobody.Error.ShouldContain("no inquiry with that number");
        noNumber.Error.ShouldContain("abc");
        noSecret.Error.ShouldContain("Line:ChannelSecret is empty");
    }

    private static Task<CliRun> RunAsync(LineTalk line, string verb, params string[] args) =>
        CliRun.OfAsync(SettingsOf(line), line.Clock, ["inquiry", verb, .. args]);

    private static Dictionary<string, string> SettingsOf(LineTalk line) => new()
    {
        ["Storage:Provider"] = line.Store.Options.Provider, ["Storage:ConnectionString"] = line.Store.ConnectionString,
        ["Line:ChannelSecret"] = line.Platform.Channel.Secret,
        ["Line:ChannelAccessToken"] = line.Platform.Channel.AccessToken,
    };
}
