using System.Text.Json.Nodes;

namespace LineBot.Tests.Simulator.Platform;

/// <summary>LINE's documented limits, each on both sides.</summary>
public sealed class MessageRulesTests : IAsyncLifetime
{
    private PlatformTalk _line = null!;

    public async Task InitializeAsync() => _line = await PlatformTalk.StartAsync();

    public Task DisposeAsync() => _line.DisposeAsync().AsTask();

    [Theory]
    [InlineData(1, "ok")]
    [InlineData(5000, "ok")]
    [InlineData(5001, "messages[0].text: Length must be between 0 and 5000")]
    [InlineData(0, "messages[0].text: May not be empty")]
    public async Task A_text(int length, string expected) => (await Verdict(PlatformTalk.Text(new string('あ', length)))).ShouldBe(expected);

    [Theory]
    [InlineData(2500, "ok")]
    [InlineData(2501, "messages[0].text: Length must be between 0 and 5000")]
    public async Task A_text_is_counted_in_utf16_units(int emoji, string expected) =>
        (await Verdict(PlatformTalk.Text(string.Concat(Enumerable.Repeat("😀", emoji))))).ShouldBe(expected);

    [Theory]
    [InlineData(1500, "ok")]
    [InlineData(1501, "messages[0].altText: Length must be between 0 and 1500")]
    public async Task An_alternative_text(int length, string expected) =>
        (await Verdict(Flex(Bubble(Words("はい")), new string('あ', length)))).ShouldBe(expected);

    [Theory]
    [InlineData(13, "ok")]
    [InlineData(14, "messages[0].quickReply.items: Size must be between 1 and 13")]
    public async Task Quick_replies(int count, string expected)
    {
        var message = PlatformTalk.Text();
        message["quickReply"] = new JsonObject
        {
            ["items"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["type"] = "action", ["action"] = Postback($"{i}", "d") })]),
        };
        (await Verdict(message)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(20, 300, "ok")]
    [InlineData(21, 300, "messages[0].template.actions[0].label: Length must be between 0 and 20")]
    [InlineData(20, 301, "messages[0].template.actions[0].data: Length must be between 0 and 300")]
    public async Task Buttons_label_and_data(int label, int data, string expected) =>
        (await Verdict(Buttons(Postback(new string('あ', label), new string('d', data))))).ShouldBe(expected);

    [Fact]
    public async Task A_label_is_counted_in_what_a_reader_sees_as_characters() =>
        (await Verdict(Buttons(Postback(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 20)), "d")))).ShouldBe("ok");

    [Theory]
    [InlineData(4, "ok")]
    [InlineData(5, "messages[0].template.actions: Size must be between 1 and 4")]
    public async Task Buttons_of_a_template(int count, string expected) =>
        (await Verdict(Buttons([.. Enumerable.Range(0, count).Select(i => Postback($"{i}", "d"))]))).ShouldBe(expected);

    [Theory]
    [InlineData(160, false, "ok")]
    [InlineData(161, false, "messages[0].template.text: Length must be between 0 and 160")]
    [InlineData(60, true, "ok")]
    [InlineData(61, true, "messages[0].template.text: Length must be between 0 and 60")]
    public async Task Text_of_a_template_is_shorter_beside_a_title(int length, bool hasTitle, string expected)
    {
        var message = Buttons(Postback("はい", "d"));
        message["template"]!["text"] = new string('あ', length);
        if (hasTitle)
            message["template"]!["title"] = "題";
        (await Verdict(message)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(12, "ok")]
    [InlineData(13, "messages[0].contents.contents: Size must be between 1 and 12")]
    public async Task Bubbles_of_a_carousel(int count, string expected) => (await Verdict(Flex(new JsonObject
    {
        ["type"] = "carousel",
        ["contents"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => Bubble(Words("はい")))]),
    }))).ShouldBe(expected);

    [Theory]
    [InlineData(30 * 1024, "ok")]
    [InlineData(30 * 1024 + 1, "messages[0].contents: size must be less than or equal to 30 KB")]
    public async Task The_size_of_a_bubble(int bytes, string expected)
    {
        JsonObject Sized(int last) => Bubble([.. Enumerable.Repeat(1900, 15).Append(last).Select(length => Words(new string('a', length)))]);
        var missing = bytes - Sized(1).ToJsonString().Length + 1;
        (await Verdict(Flex(Sized(missing)))).ShouldBe(expected);
    }

    [Fact]
    public async Task Bubbles_of_a_carousel_are_equally_wide()
    {
        var wide = Bubble(Words("a"));
        var narrow = Bubble(Words("b"));
        narrow["size"] = "nano";
        (await Verdict(Flex(new JsonObject { ["type"] = "carousel", ["contents"] = new JsonArray(wide, narrow) })))
            .ShouldBe("messages[0].contents.contents: bubbles of a carousel must have the same size");
    }

    [Theory]
    [InlineData("""{"type":"text","text":"a","colour":"red"}""", "messages[0].colour: unknown field")]
    [InlineData("""{"type":"letter","text":"a"}""", "messages[0].type: Must be one of the following values: [text, textV2, sticker, image, video, audio, location, imagemap, template, flex, coupon]")]
    [InlineData("""{"text":"a"}""", "messages[0].type: Must be one of the following values: [text, textV2, sticker, image, video, audio, location, imagemap, template, flex, coupon]")]
    [InlineData("""{"type":"text"}""", "messages[0].text: must be specified")]
    [InlineData("""{"type":"text","text":5}""", "messages[0].text: must be a string")]
    [InlineData("""{"type":"image","originalContentUrl":"http://example.com/a.png","previewImageUrl":"https://example.com/a.png"}""", "messages[0].originalContentUrl: invalid uri scheme")]
    [InlineData("""{"type":"image","originalContentUrl":"https://example.com/写真.png","previewImageUrl":"https://example.com/a.png"}""", "messages[0].originalContentUrl: invalid uri scheme")]
    [InlineData("""{"type":"text","text":"a","sender":{"name":"LINEの人"}}""", "messages[0].sender.name: invalid property")]
    [InlineData("""{"type":"template","altText":"a","template":{"type":"confirm","text":"a","actions":[{"type":"message","label":"a","text":"a"}]}}""", "messages[0].template.actions: Size must be between 2 and 2")]
    public async Task Names_what_is_wrong_and_where(string message, string expected) => (await Verdict(JsonNode.Parse(message)!)).ShouldBe(expected);

    [Theory]
    [InlineData("""{"type":"text","text":"a","colour":"#000000"}""", "colour: unknown field")]
    [InlineData("""{"type":"paragraph","text":"a"}""", "type: Must be one of the following values: [box, button, image, icon, text, separator, filler]")]
    [InlineData("""{"type":"text","text":"a","color":"red"}""", "color: invalid property")]
    [InlineData("""{"type":"text","text":"a","size":"huge"}""", "size: invalid property")]
    [InlineData("""{"type":"text"}""", "text: must be specified")]
    [InlineData("""{"type":"button","action":{"type":"uri","uri":"https://example.com/"}}""", "action.label: must be specified")]
    [InlineData("""{"type":"button","action":{"type":"uri","label":"a","uri":"javascript:alert(1)"}}""", "action.uri: invalid uri scheme")]
    [InlineData("""{"type":"button","action":{"type":"richmenuswitch","label":"a","richMenuAliasId":"b","data":"c"}}""", "action.type: Must be one of the following values: [postback, message, uri, datetimepicker, clipboard]")]
    [InlineData("""{"type":"box","layout":"baseline","contents":[{"type":"separator"}]}""", "contents: a baseline box takes text, icon and filler only")]
    [InlineData("""{"type":"video","url":"https://example.com/a.mp4","previewUrl":"https://example.com/a.png"}""", "type: Must be one of the following values: [box, button, image, icon, text, separator, filler]")]
    public async Task Knows_the_parts_of_a_bubble(string part, string expected) =>
        (await Verdict(Flex(Bubble(JsonNode.Parse(part)!)))).ShouldBe($"messages[0].contents.body.contents[0].{expected}");

    [Theory]
    [InlineData("""{"type":"postback","label":"a","data":"d","text":"a","displayText":"a"}""", "text: cannot be specified together with displayText")]
    [InlineData("""{"type":"postback","label":"a","data":"d","fillInText":"a"}""", "fillInText: can be specified only when inputOption is openKeyboard")]
    [InlineData("""{"type":"datetimepicker","label":"a","data":"d","mode":"date","initial":"2026-11-31"}""", "initial: invalid datetime")]
    [InlineData("""{"type":"datetimepicker","label":"a","data":"d","mode":"date","max":"2101-01-01"}""", "max: invalid datetime")]
    [InlineData("""{"type":"clipboard","label":"a","clipboardText":""}""", "clipboardText: May not be empty")]
    public async Task Knows_what_an_action_takes(string action, string expected) =>
        (await Verdict(Buttons(JsonNode.Parse(action)!))).ShouldBe($"messages[0].template.actions[0].{expected}");

    private Task<string> Verdict(JsonNode message) => _line.ValidateAsync(message).VerdictAsync();

    private static JsonObject Flex(JsonNode contents, string altText = "はい") =>
        new() { ["type"] = "flex", ["altText"] = altText, ["contents"] = contents };

    private static JsonObject Bubble(params JsonNode[] parts) => new()
    {
        ["type"] = "bubble",
        ["body"] = new JsonObject { ["type"] = "box", ["layout"] = "vertical", ["contents"] = new JsonArray(parts) },
    };

    private static JsonObject Words(string text) => new() { ["type"] = "text", ["text"] = text };

    private static JsonObject Postback(string label, string data) => new() { ["type"] = "postback", ["label"] = label, ["data"] = data };

    private static JsonObject Buttons(params JsonNode[] actions) => new()
    {
        ["type"] = "template",
        ["altText"] = "はい",
        ["template"] = new JsonObject { ["type"] = "buttons", ["text"] = "どれですか", ["actions"] = new JsonArray(actions) },
    };
}
