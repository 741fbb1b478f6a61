using System.Text.Json;
using System.Text.Json.Nodes;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Platform;

public sealed class AccountLinkTests : IAsyncLifetime
{
    private const string Nonce = "a-nonce-that-nobody-guesses";

    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Theory]
    [InlineData(600, true)]
    [InlineData(601, false)]
    public async Task A_link_token_lives_ten_minutes(int seconds, bool isLinked)
    {
        var token = await IssueAsync();
        _line.Clock.Turn(TimeSpan.FromSeconds(seconds));

        var page = await OpenAsync(_line.Phone, token);

        page.Status.ShouldBe(isLinked ? 200 : 400);
        if (isLinked)
            await WebhookAsync();
        // A late token tells the bot nothing at all, neither now nor after what comes next.
        await _line.Phone.SendTextAsync("終わり");
        Webhooks().ShouldBe(isLinked ? ["accountLink", "message"] : ["message"]);
    }

    [Fact]
    public async Task Tells_who_linked_and_with_which_nonce()
    {
        await OpenAsync(_line.Phone, await IssueAsync());

        var happened = await WebhookAsync();

        happened.GetProperty("link").GetRawText().ShouldBe($$"""{"result":"ok","nonce":"{{Nonce}}"}""");
        happened.GetProperty("source").GetProperty("userId").GetString().ShouldBe(_line.Phone.UserId);
        (await _line.ReplyAsync(happened.GetProperty("replyToken").GetString()!).StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task A_link_token_is_good_once()
    {
        var token = await IssueAsync();
        (await OpenAsync(_line.Phone, token)).Status.ShouldBe(200);
        await WebhookAsync();

        (await OpenAsync(_line.Phone, token)).Status.ShouldBe(400);

        await _line.Phone.SendTextAsync("終わり");
        Webhooks().ShouldBe(["accountLink", "message"]);
    }

    [Fact]
    public async Task Another_line_user_fails_without_source_and_reply_token()
    {
        var other = _line.Platform.AddFriend("けん");

        (await OpenAsync(other, await IssueAsync())).Status.ShouldBe(400);

        var happened = await WebhookAsync();
        happened.GetProperty("link").GetProperty("result").GetString().ShouldBe("failed");
        happened.TryGetProperty("source", out _).ShouldBeFalse();
        happened.TryGetProperty("replyToken", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ja", "リンクの有効期限が切れています")]
    [InlineData("en", "This link has expired")]
    [InlineData(null, "リンクの有効期限が切れています")]
    public async Task Tells_in_the_phones_language_what_became_of_it(string? language, string title)
    {
        var phone = _line.Platform.AddPhone("けん", language);

        (await OpenAsync(phone, "never-issued")).Text.ShouldContain(title);
    }

    [Theory]
    [InlineData(9, 400)]
    [InlineData(10, 200)]
    [InlineData(255, 200)]
    [InlineData(256, 400)]
    public async Task A_nonce_has_10_to_255_characters(int length, int expected) =>
        (await OpenAsync(_line.Phone, await IssueAsync(), new string('n', length))).Status.ShouldBe(expected);

    [Fact]
    public async Task No_link_token_for_who_is_no_friend()
    {
        var stranger = _line.Platform.AddPhone("通りがかり");

        (await _line.PostAsync($"/v2/bot/user/{stranger.UserId}/linkToken", new JsonObject()).StatusAsync()).ShouldBe(404);
    }

    private async Task<string> IssueAsync() =>
        (await _line.PostAsync($"/v2/bot/user/{_line.Phone.UserId}/linkToken", new JsonObject()).JsonAsync()).GetProperty("linkToken").GetString()!;

    private async Task<WebPage> OpenAsync(LinePhone phone, string token, string nonce = Nonce)
    {
        using var browser = new WebVisitor(_line.Platform, phone);
        return await browser.OpenAsync(new Uri(_line.Http.BaseAddress!, $"/dialog/bot/accountLink?linkToken={token}&nonce={nonce}"));
    }

    private async Task<JsonElement> WebhookAsync()
    {
        await Eventually.IsSoAsync(() => Webhooks().Contains("accountLink"), "the accountLink webhook");
        return PlatformTalk.EventOf(_line.Platform.Record.Webhooks[^1]);
    }

    private List<string> Webhooks() =>
        [.. _line.Platform.Record.Webhooks.Select(post => PlatformTalk.EventOf(post).GetProperty("type").GetString()!)];
}
