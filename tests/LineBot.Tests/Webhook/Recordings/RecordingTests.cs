using System.Text;
using LineBot.Webhook.Recordings;

namespace LineBot.Tests.Webhook.Recordings;

public sealed class RecordingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Is_read_as_it_was_written_in_the_order_in_which_things_began()
    {
        var recording = RecordingReader.Read(Written(
            new RecordedCall(TimeSpan.FromMilliseconds(12.5), "POST", "/v2/bot/message/reply", Json("""{"replyToken":"abc1","messages":[]}"""), 200, Json("{}")),
            new RecordedWebhook(TimeSpan.FromMilliseconds(12.5), Json("{\n \"events\" : [ ] }"), 200),
            new RecordedPerson(TimeSpan.Zero, "U4af4980629c54f25b0e6b8c2d6b0d2f1", "en"),
            new RecordedGap(TimeSpan.FromSeconds(90), 3)));

        recording.BeganAt.ShouldBe(Noon);
        recording.Entries.Select(entry => entry.GetType()).ShouldBe([typeof(RecordedPerson), typeof(RecordedWebhook), typeof(RecordedCall), typeof(RecordedGap)]);
        recording.Entries.Select(entry => entry.Line).ShouldBe([4, 3, 2, 5]);
        var webhook = (RecordedWebhook)recording.Entries[1];
        Encoding.UTF8.GetString(webhook.Body.Span).ShouldBe("{  \"events\" : [ ] }");
        (webhook.At, webhook.Status).ShouldBe((TimeSpan.FromMilliseconds(12.5), 200));
        var call = (RecordedCall)recording.Entries[2];
        (call.Method, call.Path, call.Status).ShouldBe(("POST", "/v2/bot/message/reply", 200));
        ((RecordedGap)recording.Entries[3]).Lost.ShouldBe(3);
        ((RecordedPerson)recording.Entries[0]).Language.ShouldBe("en");
    }

    [Fact]
    public void A_webhook_that_nobody_answered_has_no_status()
    {
        var recording = RecordingReader.Read(Written(
            new RecordedWebhook(TimeSpan.Zero, Json("""{"events":[]}"""), null),
            new RecordedCall(TimeSpan.Zero, "GET", "/v2/bot/info", null, null, null)));

        ((RecordedWebhook)recording.Entries[0]).Status.ShouldBeNull();
        var call = (RecordedCall)recording.Entries[1];
        (call.Status, call.Body, call.Answer).ShouldBe((null, null, null));
    }

    [Fact]
    public void Is_one_line_an_entry_and_readable()
    {
        var lines = Encoding.UTF8.GetString(Written(new RecordedWebhook(TimeSpan.FromSeconds(1), Json("""{"events":[{"type":"message","message":{"type":"text","text":"残量"}}]}"""), 200))).Split('\n');

        lines.ShouldBe(
        [
            """{"recording":1,"began":"2026-11-16T03:00:00Z"}""",
            """{"at":1000,"webhook":{"events":[{"type":"message","message":{"type":"text","text":"残量"}}]},"status":200}""",
            "",
        ]);
    }

    [Theory]
    [InlineData("", RecordingFault.NoHeader, 1)]
    [InlineData("\n\n", RecordingFault.NoHeader, 1)]
    [InlineData("""{"events":[]}""", RecordingFault.NoHeader, 1)]
    [InlineData("[]", RecordingFault.NoHeader, 1)]
    [InlineData("""{"recording":2}""", RecordingFault.TooNew, 1)]
    [InlineData("{\"recording\":1}\n{\"at\":0,\"webhook\":{\"events\":[{\"type\":\"mess", RecordingFault.NotJson, 2)]
    [InlineData("{\"recording\":1}\n\n{\"at\":0,\"webhook\":{}}", RecordingFault.UnknownLine, 3)]
    [InlineData("{\"recording\":1}\n{\"at\":-1,\"lost\":1}", RecordingFault.UnknownLine, 2)]
    [InlineData("{\"recording\":1}\n{\"at\":0,\"call\":\"POST\"}", RecordingFault.UnknownLine, 2)]
    [InlineData("{\"recording\":1}\n7", RecordingFault.UnknownLine, 2)]
    public void Says_what_is_wrong_and_in_which_line(string text, RecordingFault fault, int line)
    {
        var failure = Should.Throw<RecordingFormatException>(() => RecordingReader.Read(Encoding.UTF8.GetBytes(text)));

        (failure.Fault, failure.Line).ShouldBe((fault, line));
    }

    [Theory]
    [InlineData("""{"events":[]}""", true)]
    [InlineData("[1]", true)]
    [InlineData("7", false)]
    [InlineData("half {", false)]
    [InlineData("client_id=1&client_secret=2", false)]
    public void Takes_only_JSON_of_the_wire(string text, bool isTaken) => RecordedJson.Of(Json(text)).HasValue.ShouldBe(isTaken);

    [Fact]
    public void Takes_nothing_that_is_nested_deeper_than_can_be_read_again()
    {
        RecordedJson.IsWebhook(Nested(62)).ShouldBeTrue();
        RecordedJson.IsWebhook(Nested(64)).ShouldBeFalse();

        RecordingReader.Read(Written(new RecordedWebhook(TimeSpan.Zero, Nested(62), 200))).Entries.Count.ShouldBe(1);
    }

    private static byte[] Nested(int depth) => Json($"{{\"events\":{new string('[', depth)}{new string(']', depth)}}}");

    private static byte[] Written(params RecordedEntry[] entries)
    {
        using var stream = new MemoryStream();
        using (var writer = new RecordingWriter(stream, new RecordingMask(Pseudonyms.WithNewKey(), [], shared: null), Noon))
        {
            foreach (var entry in entries)
                writer.Write(entry);
            writer.Length.ShouldBe(stream.Length);
        }
        return stream.ToArray();
    }

    private static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);
}
