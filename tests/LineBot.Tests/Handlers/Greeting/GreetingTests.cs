using Line.Messaging;
using LineBot.RichMenu;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Handlers.Greeting;

public sealed class GreetingTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Greets_a_new_friend_by_name_and_explains_the_two_links(string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = line.Stranger("Mio", language);

        await phone.FollowAsync();
        var greeting = await phone.NextAnswerAsync();

        Snapshot.MatchJson(greeting.Json, language);
        await line.SettledAsync();
        line.Count("SELECT COUNT(*) FROM line_accounts WHERE display_name = 'Mio' AND is_friend = 1").ShouldBe(1);
    }

    [Fact]
    public async Task Greets_in_Japanese_and_without_a_name_when_LINE_tells_nothing()
    {
        await using var line = await LineTalk.StartAsync();
        line.Platform.Faults.Add(ApiFault.FailBefore, path: "/v2/bot/profile");
        var phone = line.Stranger("Mio", "en");

        await phone.FollowAsync();

        (await phone.NextAnswerAsync()).Texts[0].ShouldBe("はじめまして");
    }

    [Theory]
    [InlineData(LinkState.None, "ja")]
    [InlineData(LinkState.Contractor, "ja")]
    [InlineData(LinkState.User, "ja")]
    [InlineData(LinkState.Both, "ja")]
    [InlineData(LinkState.None, "en")]
    [InlineData(LinkState.Contractor, "en")]
    [InlineData(LinkState.User, "en")]
    [InlineData(LinkState.Both, "en")]
    public async Task Welcomes_back_with_the_links_that_were_kept(LinkState state, string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(state, language);
        await phone.Phone.BlockAsync();
        await line.SettledAsync();
        line.Count("SELECT COUNT(*) FROM line_accounts WHERE is_friend = 0").ShouldBe(1);

        await phone.Phone.UnblockAsync();
        var greeting = await phone.NextAnswerAsync();

        Snapshot.MatchJson(greeting.Json, $"{state}.{language}");
        line.Count("SELECT COUNT(*) FROM line_accounts WHERE is_friend = 0").ShouldBe(0);
        await line.SettledAsync();
    }

    [Theory]
    [InlineData("こんにちは！", "ja")]
    [InlineData("おはようございます。", "ja")]
    [InlineData("コンニチハ", "ja")]
    [InlineData("Hello!", "en")]
    public async Task Greets_back_whoever_greets_and_shows_the_six_tiles(string typed, string language)
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None, language);

        var answer = await phone.AskAsync(typed);

        Snapshot.MatchJson(answer.Json, language);
        answer.Labels.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_greeting_before_a_question_does_not_swallow_the_question()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);

        (await phone.AskAsync("こんにちは、通信が遅いです")).Text.ShouldNotContain("こんにちは😊");
        (await phone.AskAsync("おはよう、マイページは？")).Text.ShouldContain("契約者連携をする");
    }

    [Fact]
    public async Task Leaving_ends_what_was_asked()
    {
        await using var line = await LineTalk.StartAsync();
        var phone = await line.PhoneAsync(LinkState.None);
        await phone.AskTapAsync("talk-inquiry/connect@1");
        line.Count("SELECT COUNT(*) FROM line_accounts WHERE expects_action IS NOT NULL").ShouldBe(1);

        await phone.Phone.BlockAsync();
        await line.SettledAsync();

        line.Count("SELECT COUNT(*) FROM line_accounts WHERE expects_action IS NOT NULL").ShouldBe(0);
        await phone.HearsNothingAsync();
    }

    [Theory]
    [InlineData("join-group")]
    [InlineData("join-room")]
    public async Task Says_once_to_a_group_that_it_works_one_to_one(string webhook)
    {
        await using var line = await LineTalk.StartAsync();
        // The platform knows no groups: what counts is what the service tries to say there.
        line.ExpectRefusal(call => call.Path.Contains("/message/", StringComparison.Ordinal));
        line.Log.Expect("LINE refuses");

        await PostAsync(line, webhook);
        await line.SettledAsync();

        var said = line.Platform.Record.Calls.First(call => call.Path.EndsWith("/message/reply", StringComparison.Ordinal));
        said.Body.ShouldContain("このアカウントは1対1のトークでのみご利用いただけます");
        line.Count("SELECT COUNT(*) FROM outbox").ShouldBe(1);
    }

    [Theory]
    [InlineData("leave-group")]
    [InlineData("member-joined")]
    [InlineData("member-left")]
    [InlineData("message-edited")]
    public async Task Says_nothing_else_in_groups(string webhook)
    {
        await using var line = await LineTalk.StartAsync();

        await PostAsync(line, webhook);
        await line.SettledAsync();

        line.Count("SELECT COUNT(*) FROM inbox").ShouldBe(1);
        line.Count("SELECT COUNT(*) FROM outbox").ShouldBe(0);
    }

    private static async Task PostAsync(LineTalk line, string webhook)
    {
        var body = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "webhooks", $"{webhook}.json"));
        using var http = new HttpClient();
        using var content = new ByteArrayContent(body);
        content.Headers.Add("x-line-signature", WebhookSignature.Sign(line.Platform.Channel.Secret, body));
        (await http.PostAsync(new Uri(line.Address, "/webhook"), content)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
