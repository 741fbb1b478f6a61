using System.Text.Json;
using System.Text.Json.Nodes;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Simulator.Platform;

public sealed class PhoneTests : IAsyncLifetime
{
    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Fact]
    public async Task A_postback_shows_its_display_text_as_ones_own_words()
    {
        var outcome = await TapAsync("""{"type":"postback","label":"残量","data":"data-remaining@1","displayText":"残量を見る","inputOption":"openKeyboard","fillInText":"1234"}""");

        PlatformTalk.EventOf(outcome.Webhook!).GetProperty("postback").GetRawText().ShouldBe("""{"data":"data-remaining@1"}""");
        (outcome.InputOption, outcome.FillInText).ShouldBe(("openKeyboard", "1234"));
        Shown().ShouldBe(["Own 残量を見る"]);
    }

    [Fact]
    public async Task A_postback_without_display_text_shows_nothing()
    {
        await TapAsync("""{"type":"postback","label":"残量","data":"data-remaining@1"}""");

        Shown().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_action_says_its_text()
    {
        var outcome = await TapAsync("""{"type":"message","label":"はい","text":"はい、お願いします"}""");

        PlatformTalk.EventOf(outcome.Webhook!).GetProperty("message").GetProperty("text").GetString().ShouldBe("はい、お願いします");
        Shown().ShouldBe(["Own はい、お願いします"]);
    }

    [Fact]
    public async Task Links_and_copies_tell_the_bot_nothing()
    {
        (await TapAsync("""{"type":"uri","label":"開く","uri":"https://example.com/a"}""")).Opens.ShouldBe(new Uri("https://example.com/a"));
        (await TapAsync("""{"type":"clipboard","label":"コピー","clipboardText":"1234 5678"}""")).Copied.ShouldBe("1234 5678");
        (await TapAsync("""{"type":"camera","label":"撮る"}""")).OpensScreen.ShouldBe("camera");

        _line.Bot.Received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("date", "2026-11-30")]
    [InlineData("time", "09:30")]
    [InlineData("datetime", "2026-11-30T09:30")]
    public async Task A_picker_sends_what_was_picked(string mode, string picked)
    {
        var action = JsonSerializer.SerializeToElement(new { type = "datetimepicker", label = "日時", data = "when@1", mode });

        var outcome = await _line.Phone.TapAsync(action, picked);

        PlatformTalk.EventOf(outcome.Webhook!).GetProperty("postback").GetRawText()
            .ShouldBe($$$"""{"data":"when@1","params":{"{{{mode}}}":"{{{picked}}}"}}""");
        (await _line.Phone.TapAsync(action)).Webhook.ShouldBeNull();
    }

    [Fact]
    public async Task A_switch_to_an_unknown_menu_says_so()
    {
        var outcome = await TapAsync("""{"type":"richmenuswitch","richMenuAliasId":"nowhere","data":"switched@1"}""");

        PlatformTalk.EventOf(outcome.Webhook!).GetProperty("postback").GetRawText()
            .ShouldBe("""{"data":"switched@1","params":{"newRichMenuAliasId":"nowhere","status":"RICHMENU_ALIAS_ID_NOTFOUND"}}""");
    }

    [Fact]
    public async Task Quick_replies_vanish_with_the_next_message_and_with_a_tap_on_one()
    {
        var asking = JsonNode.Parse("""{"type":"text","text":"どちら？","quickReply":{"items":[{"type":"action","action":{"type":"postback","label":"A","data":"a@1"}}]}}""")!;
        await _line.PushAsync(null, asking.DeepClone());
        _line.Phone.QuickReply.ShouldNotBeNull();
        await _line.PushAsync(null);
        _line.Phone.QuickReply.ShouldBeNull();

        await _line.PushAsync(null, asking.DeepClone());
        await TapAsync("""{"type":"postback","label":"B","data":"b@1"}""");
        _line.Phone.QuickReply.ShouldNotBeNull();
        await TapAsync("""{"type":"postback","label":"A","data":"a@1"}""");
        _line.Phone.QuickReply.ShouldBeNull();
    }

    [Fact]
    public async Task Loading_dots_move_until_an_answer_or_their_time()
    {
        var start = new JsonObject { ["chatId"] = _line.Phone.UserId, ["loadingSeconds"] = 5 };
        (await _line.PostAsync("/v2/bot/chat/loading/start", start.DeepClone()).StatusAsync()).ShouldBe(202);
        _line.Phone.IsLoading.ShouldBeTrue();
        _line.Clock.Turn(TimeSpan.FromSeconds(5));
        _line.Phone.IsLoading.ShouldBeFalse();

        await _line.PostAsync("/v2/bot/chat/loading/start", start.DeepClone());
        await _line.PushAsync(null);
        _line.Phone.IsLoading.ShouldBeFalse();
    }

    [Theory]
    [InlineData(5, "ok")]
    [InlineData(60, "ok")]
    [InlineData(0, "loadingSeconds: Must be between 5 and 60")]
    [InlineData(7, "loadingSeconds: must be a multiple of five")]
    [InlineData(61, "loadingSeconds: Must be between 5 and 60; loadingSeconds: must be a multiple of five")]
    [InlineData(65, "loadingSeconds: Must be between 5 and 60")]
    public async Task Loading_lasts_5_to_60_seconds(int seconds, string expected) =>
        (await _line.PostAsync("/v2/bot/chat/loading/start", new JsonObject { ["chatId"] = _line.Phone.UserId, ["loadingSeconds"] = seconds }).VerdictAsync())
            .ShouldBe(expected);

    [Fact]
    public async Task A_read_mark_covers_what_came_before_it()
    {
        _line.Platform.HasChat = true;
        await _line.Phone.SendTextAsync("一");
        var second = PlatformTalk.EventOf((await _line.Phone.SendTextAsync("二"))!);
        await _line.Phone.SendTextAsync("三");

        var token = second.GetProperty("message").GetProperty("markAsReadToken").GetString();
        (await _line.PostAsync("/v2/bot/chat/markAsRead", new JsonObject { ["markAsReadToken"] = token }).StatusAsync()).ShouldBe(200);

        _line.Phone.ReadUpTo.ShouldBe(2);
        (await _line.PostAsync("/v2/bot/chat/markAsRead", new JsonObject { ["markAsReadToken"] = "x" }).StatusAsync()).ShouldBe(400);
    }

    [Fact]
    public async Task A_whole_talk_can_be_marked_as_read()
    {
        _line.Platform.HasChat = true;
        await _line.Phone.SendTextAsync("一");
        await _line.Phone.SendTextAsync("二");

        (await _line.PostAsync("/v2/bot/message/markAsRead", new JsonObject { ["chat"] = new JsonObject { ["userId"] = _line.Phone.UserId } }).StatusAsync()).ShouldBe(200);

        _line.Phone.ReadUpTo.ShouldBe(2);
    }

    [Fact]
    public async Task A_video_seen_to_its_end_is_told_with_its_tracking_id()
    {
        var happened = PlatformTalk.EventOf((await _line.Phone.WatchToEndAsync("film-1"))!);

        happened.GetProperty("videoPlayComplete").GetRawText().ShouldBe("""{"trackingId":"film-1"}""");
        (await _line.ReplyAsync(happened.GetProperty("replyToken").GetString()!).StatusAsync()).ShouldBe(200);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 0)]
    public async Task What_people_send_is_read_at_once_unless_people_chat(bool hasChat, int readUpTo)
    {
        _line.Platform.HasChat = hasChat;

        await _line.Phone.SendTextAsync("一");
        await _line.Phone.TapPostbackAsync("a", displayText: "二");

        _line.Phone.ReadUpTo.ShouldBe(readUpTo);
    }

    [Fact]
    public async Task Loading_dots_are_for_one_friend_alone()
    {
        Task<HttpResponseMessage> StartAsync(string chat) => _line.PostAsync("/v2/bot/chat/loading/start", new JsonObject { ["chatId"] = chat });
        (await StartAsync("C" + new string('0', 32)).VerdictAsync())
            .ShouldBe("chatId: Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.");
        await _line.Phone.BlockAsync();

        (await StartAsync(_line.Phone.UserId).StatusAsync()).ShouldBe(202);

        _line.Phone.IsLoading.ShouldBeFalse();
    }

    [Fact]
    public async Task A_picture_can_be_fetched_until_it_is_taken_back()
    {
        byte[] picture = [1, 2, 3];
        var sent = PlatformTalk.EventOf((await _line.Phone.SendImageAsync(picture))!);
        var id = sent.GetProperty("message").GetProperty("id").GetString()!;

        (await (await _line.Http.GetAsync($"/v2/bot/message/{id}/content")).Content.ReadAsByteArrayAsync()).ShouldBe(picture);
        await _line.Phone.UnsendAsync(id);

        (await _line.Http.GetAsync($"/v2/bot/message/{id}/content").StatusAsync()).ShouldBe(410);
        (await _line.Http.GetAsync("/v2/bot/message/1/content").StatusAsync()).ShouldBe(404);
        _line.Phone.Talk.Single().IsUnsent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_profile_is_a_friends()
    {
        var profile = await _line.Http.GetAsync($"/v2/bot/profile/{_line.Phone.UserId}").JsonAsync();
        profile.GetProperty("displayName").GetString().ShouldBe("はな");
        profile.GetProperty("language").GetString().ShouldBe("ja");

        await _line.Phone.BlockAsync();

        (await _line.Http.GetAsync($"/v2/bot/profile/{_line.Phone.UserId}").StatusAsync()).ShouldBe(404);
        (await _line.Http.GetAsync($"/v2/bot/profile/{_line.Platform.AddPhone("通りがかり").UserId}").StatusAsync()).ShouldBe(404);
    }

    private Task<TapOutcome> TapAsync(string action) => _line.Phone.TapAsync(JsonSerializer.Deserialize<JsonElement>(action));

    private List<string> Shown() =>
        [.. _line.Phone.Talk.Select(entry => $"{entry.Side} {entry.Message.GetProperty("text").GetString()}")];
}
