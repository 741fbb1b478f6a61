using System.Text;
using System.Text.Json;
using Line.Messaging.Tests.OpenApi;

namespace Line.Messaging.Tests.Messages;

public sealed class MessageBatchTests
{
    [OpenApiTheory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Writes_what_LINE_publishes_and_nothing_else(string name)
    {
        var check = new SchemaCheck(LineOpenApi.Messaging);
        check.Check(JsonDocument.Parse(MessageBatch.Serialize([Samples.Named(name)])).RootElement[0], "Message");
        check.Faults.ShouldBeEmpty();
    }

    [OpenApiFact]
    public void Can_say_everything_that_LINE_publishes()
    {
        var check = new SchemaCheck(LineOpenApi.Messaging);
        foreach (var sample in Samples.All)
            check.Check(JsonDocument.Parse(MessageBatch.Serialize([sample])).RootElement[0], "Message");

        var published = Reachable("Message").SelectMany(schema =>
        {
            var properties = new Dictionary<string, JsonElement>();
            JsonElement? others = null;
            check.Collect(LineOpenApi.Messaging.Schema(schema), properties, [], ref others);
            return properties.Keys.Select(property => $"{schema}.{property}");
        });
        var unsaid = published.Where(property => !check.Seen.Contains(property)).ToList();
        // LINE calls the text of a postback deprecated; a rich menu switch stands in rich menus.
        string[] elsewhere = ["PostbackAction.text", "RichMenuSwitchAction.type", "RichMenuSwitchAction.label", "RichMenuSwitchAction.data", "RichMenuSwitchAction.richMenuAliasId"];
        // Each kind of message has them, and they are the same.
        unsaid.RemoveAll(property => property.EndsWith("Message.quickReply", StringComparison.Ordinal)
            || property.EndsWith("Message.sender", StringComparison.Ordinal) || property.EndsWith("MessageV2.quickReply", StringComparison.Ordinal)
            || property.EndsWith("MessageV2.sender", StringComparison.Ordinal));
        unsaid.Except(elsewhere).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Reads_back_what_it_wrote(string name)
    {
        var written = MessageBatch.Serialize([Samples.Named(name)]);
        var read = MessageBatch.Parse(written).ShouldHaveSingleItem();
        read.GetType().ShouldBe(Samples.Named(name).GetType());
        Encoding.UTF8.GetString(MessageBatch.Serialize([read])).ShouldBe(Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void Reads_the_type_in_any_position()
    {
        var read = MessageBatch.Parse("""[{"contents":{"body":{"contents":[{"text":"a","type":"text"}],"layout":"vertical","type":"box"},"type":"bubble"},"altText":"b","type":"flex"}]"""u8);
        read.ShouldHaveSingleItem().ShouldBeOfType<FlexMessage>().Contents.ShouldBeOfType<FlexBubble>()
            .Body!.Contents.ShouldHaveSingleItem().ShouldBe(new FlexText("a"));
    }

    [Theory]
    [InlineData("""[{"type":"telepathy"}]""")]
    [InlineData("""[{"type":"text"}]""")]
    [InlineData("""[{"text":"a"}]""")]
    [InlineData("""[{"type":"text","text":null}]""")]
    [InlineData("""[{"type":"flex","altText":"a","contents":{"type":"bubble","body":{"type":"text","text":"a"}}}]""")]
    [InlineData("""[{"type":"flex","altText":"a","contents":{"type":"carousel","contents":[{"type":"carousel","contents":[]}]}}]""")]
    [InlineData("""[{"type":"flex","altText":"a","contents":{"type":"bubble","body":{"type":"box","layout":"vertical","contents":[{"type":"text","contents":[{"type":"filler"}]}]}}}]""")]
    [InlineData("""[{"type":"audio","originalContentUrl":"https://a","duration":"1s"}]""")]
    [InlineData("null")]
    [InlineData("")]
    public void Says_that_something_is_no_message(string json) =>
        Should.Throw<JsonException>(() => MessageBatch.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Writes_Japanese_as_it_is_and_any_text_so_that_it_arrives()
    {
        const string Text = "残量 <b>&'\"\\\n\u2028 👨\u200D👩\u200D👧 🇯🇵";
        var json = MessageBatch.Serialize([new TextMessage(Text)]);
        Encoding.UTF8.GetString(json).ShouldContain("残量 <b>&'");
        JsonDocument.Parse(json).RootElement[0].GetProperty("text").GetString().ShouldBe(Text);
    }

    [Fact]
    public void Half_an_emoji_goes_out_as_a_replacement_character()
    {
        var json = MessageBatch.Serialize([new TextMessage("a\ud83d b\ude00")]);
        JsonDocument.Parse(json).RootElement[0].GetProperty("text").GetString().ShouldBe("a\uFFFD b\uFFFD");
    }

    [Fact]
    public void Writes_nothing_for_what_is_not_set() =>
        Encoding.UTF8.GetString(MessageBatch.Serialize([new TextMessage("a"), new StickerMessage("1", "2")]))
            .ShouldBe("""[{"type":"text","text":"a"},{"type":"sticker","packageId":"1","stickerId":"2"}]""");

    [Fact]
    public void Throws_all_that_is_wrong_and_none_of_what_was_said()
    {
        var secret = new string('秘', 5001);
        var thrown = Should.Throw<MessageLimitException>(() => MessageBatch.Serialize([new TextMessage(secret), new TextMessage("")]));
        thrown.Violations.Select(violation => violation.Path).ShouldBe(["messages[0].text", "messages[1].text"]);
        thrown.Message.ShouldContain("messages[0].text: at most 5000 UTF-16 units, found 5001");
        thrown.Message.ShouldNotContain("秘");
    }

    [Fact]
    public void Says_nothing_to_a_customer_in_a_log()
    {
        foreach (var sample in Samples.All)
            sample.ToString().ShouldBe(sample.GetType().Name);
    }

    private static HashSet<string> Reachable(string root)
    {
        var found = new HashSet<string>();
        var open = new Queue<string>([root]);
        while (open.TryDequeue(out var name))
        {
            var schema = LineOpenApi.Messaging.Schema(name);
            var hasKinds = schema.TryGetProperty("discriminator", out _);
            if (!hasKinds && !found.Add(name))
                continue;
            foreach (var reference in References(schema, name).Where(next => !found.Contains(next)))
                open.Enqueue(reference);
        }
        return found;
    }

    private static IEnumerable<string> References(JsonElement element, string owner)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            var text = element.GetString()!;
            if (text.StartsWith("#/components/schemas/", StringComparison.Ordinal) && LineOpenApi.NameOf(text) != owner)
                yield return LineOpenApi.NameOf(text);
        }
        var inner = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(property => property.Value),
            JsonValueKind.Array => element.EnumerateArray(),
            _ => Enumerable.Empty<JsonElement>(),
        };
        foreach (var reference in inner.SelectMany(part => References(part, owner)))
            yield return reference;
    }
}
