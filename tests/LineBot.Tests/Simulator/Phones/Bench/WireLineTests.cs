using LineBot.Language;
using LineBot.Simulator.Phones.Bench;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Simulator.Phones.Bench;

public sealed class WireLineTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(9));

    private readonly WireRecord _record = new();

    [Fact]
    public void Names_the_phone_the_event_and_its_words()
    {
        _record.Add(number => new WebhookPost(number, Noon, "U1", """{"events":[{"type":"message","message":{"type":"text","text":"残量"}}]}""", true, 200, null));

        var line = WireLine.Newest(_record, 10, id => id == "U1" ? "親" : null).Single();

        (line.What, line.Status, line.Trouble, line.Time).ShouldBe(("親 message 残量 ↻", "200", null, "12:00:00"));
    }

    [Fact]
    public void Tells_how_many_events_more_came_in_one_body()
    {
        _record.Add(number => new WebhookPost(number, Noon, null, "{\"events\":[{\"type\":\"follow\"},{\"type\":\"unfollow\"}]}", false, 200, null));

        WireLine.Newest(_record, 10, _ => null).Single().What.ShouldBe("follow +1");
    }

    [Theory]
    [InlineData(503, null, "error_status_code · Any answer but 2xx counts as not delivered")]
    [InlineData(302, null, "error_status_code · Any answer but 2xx counts as not delivered")]
    [InlineData(null, "request_timeout", "request_timeout · No answer within two seconds")]
    [InlineData(null, "could_not_connect", "could_not_connect · Nobody listens there, or what answers is no HTTP")]
    [InlineData(null, "lost", "lost")]
    public void A_webhook_that_the_bot_did_not_take_is_trouble_by_LINEs_name_for_it(int? status, string? failure, string words)
    {
        _record.Add(number => new WebhookPost(number, Noon, null, """{"events":[]}""", false, status, failure));

        var line = WireLine.Newest(_record, 10, _ => null).Single();

        line.IsTrouble.ShouldBeTrue();
        WireWords.Of(line, Tongue.English).ShouldBe(words);
    }

    [Theory]
    [InlineData(ApiFault.TooMany, 429, "429", "障害: 429（レート制限） · Try again later.")]
    [InlineData(ApiFault.FailAfter, 500, "500", "障害: 500（実行後） · Try again later.")]
    [InlineData(ApiFault.ResetBefore, 500, "×", "障害: 切断（実行前）")]
    [InlineData(ApiFault.ResetAfter, 200, "×", "障害: 切断（実行後）")]
    [InlineData(ApiFault.Delay, 200, "200", "障害: 応答が3秒遅れる")]
    public void A_fault_is_told_apart_from_what_the_bot_did_wrong(ApiFault fault, int status, string shown, string words)
    {
        _record.Add(number => new ApiCall(number, Noon, "r", "POST", "/a", "{}", null, status, status < 400 ? "{}" : """{"message":"Try again later."}""", null, fault.ToString()));

        var line = WireLine.Newest(_record, 10, _ => null).Single();

        (line.Status, WireWords.Of(line, Tongue.Japanese)).ShouldBe((shown, words));
    }

    [Fact]
    public void A_refusal_comes_with_its_reason_but_to_look_for_what_is_not_there_is_none()
    {
        _record.Add(number => Call(number, "POST", "/v2/bot/message/reply", 400, "Invalid reply token"));
        _record.Add(number => Call(number, "GET", "/v2/bot/user/all/richmenu", 404, "no default rich menu"));

        var lines = WireLine.Newest(_record, 10, _ => null);

        lines.Select(line => (line.What, line.Trouble)).ShouldBe([("GET /user/all/richmenu", null), ("POST /message/reply", "Invalid reply token")]);
    }

    [Theory]
    [InlineData("{\"message\":\"Invalid reply token\"}", "Invalid reply token")]
    [InlineData("{\"message\":\"The request body has 2 error(s)\",\"details\":[{\"message\":\"May not be empty\",\"property\":\"messages[0].text\"},{\"message\":\"unknown field\",\"property\":\"size\"}]}",
        "The request body has 2 error(s) · messages[0].text: May not be empty · size: unknown field")]
    [InlineData("{\"error\":\"invalid_client\",\"error_description\":\"invalid client_id\"}", "invalid_client: invalid client_id")]
    public void A_refusal_is_told_in_LINEs_words_and_not_in_its_JSON(string answer, string words)
    {
        _record.Add(number => Call(number, "POST", "/v2/bot/message/push", 400, answer));

        WireLine.Newest(_record, 10, _ => null).Single().Trouble.ShouldBe(words);
    }

    [Fact]
    public void Nonsense_is_shown_as_it_came()
    {
        _record.Add(number => new ApiCall(number, Noon, "r", "POST", "/v2/bot/message/push", "{oops", null, 400, "{}", "{}", null));

        WireLine.Details(_record, 1)!.ShouldContain("{oops");
    }

    [Fact]
    public void Forgets_the_oldest_of_very_many()
    {
        for (var i = 0; i < WireRecord.Capacity * 2; i++)
            _record.Add(number => new WebhookPost(number, Noon, null, "{}", false, 200, null));

        _record.Webhooks.Count.ShouldBe(WireRecord.Capacity);
        _record.Webhooks[^1].Number.ShouldBe(WireRecord.Capacity * 2);
        WireLine.Newest(_record, 2, _ => null).Select(line => line.Number).ShouldBe([WireRecord.Capacity * 2, WireRecord.Capacity * 2 - 1]);
    }

    [Fact]
    public void Shows_the_newest_lines_of_both_kinds_first()
    {
        for (var i = 0; i < 3; i++)
        {
            _record.Add(number => Call(number, "POST", "/a", 200, null));
            _record.Add(number => new WebhookPost(number, Noon, null, "no json", false, 200, null));
        }

        WireLine.Newest(_record, 4, _ => null).Select(line => line.Number).ShouldBe([6, 5, 4, 3]);
    }

    [Fact]
    public void A_look_at_a_link_is_a_line_too()
    {
        _record.Add(number => new LinkPreview(number, Noon, new Uri("http://127.0.0.1:5000/my-page?t=1"), 200, "マイページ"));

        var line = WireLine.Newest(_record, 10, _ => null).Single();

        (line.What, line.Status, line.IsOut, line.Trouble).ShouldBe(("preview /my-page?t=1", "200", true, null));
        WireLine.Details(_record, 1)!.ShouldContain("マイページ");
    }

    [Fact]
    public void Brings_both_sides_of_a_call_readable()
    {
        _record.Add(number => Call(number, "POST", "/a", 200, null));

        _record.Add(number => new ApiCall(number, Noon, "r", "POST", "/a", """{"text":"\uD83D\uDE0A \\uD83D\\uDE0A"}""", null, 200, "{}", null, null));

        WireLine.Details(_record, 1)!.ShouldContain("\"text\": \"残量\"");
        WireLine.Details(_record, 2)!.ShouldContain("""
            "text": "😊 \\uD83D\\uDE0A"
            """);
        WireLine.Details(_record, 3).ShouldBeNull();
    }

    private static ApiCall Call(long number, string method, string path, int status, string? refusal) =>
        new(number, Noon, "r", method, path, """{"text":"残量"}""", null, status, "{}", refusal, null);
}
