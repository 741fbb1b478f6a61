using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Line.Messaging.Tests.Webhooks;

/// <summary>Any text that a customer can send, on the way in and on the way out.</summary>
public sealed class TextRoundTripTests
{
    // Seeded, so that a failure comes again.
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261101, 1);

    // All kinds of units, half emojis and what JSON escapes among them.
    private static readonly Arbitrary<string> Texts = Gen.OneOf(
            Gen.Choose(0, 0xFFFF),
            Gen.Choose(0xD800, 0xDFFF),
            Gen.Choose(0, 0x7F),
            Gen.Choose(0x3040, 0x30FF))
        .Select(unit => (char)unit).ListOf().Select(units => new string([.. units])).ToArbitrary();

    [Fact]
    public void Escaped_text_is_read_as_it_was_written() =>
        Prop.ForAll(Texts, text =>
        {
            var escaped = string.Concat(text.Select(unit => $"\\u{((int)unit).ToString("x4", CultureInfo.InvariantCulture)}"));
            return Read($"\"{escaped}\"") == WellFormed(text);
        }).Check(Seeded);

    [Fact]
    public void Plain_text_is_read_as_it_was_written() =>
        Prop.ForAll(Texts, text => Read($"\"{JsonEncodedText.Encode(WellFormed(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"") == WellFormed(text)).Check(Seeded);

    [Fact]
    public void What_is_sent_can_be_read_as_it_was_said() =>
        Prop.ForAll(Texts, text =>
            text.Length == 0 || JsonDocument.Parse(MessageBatch.Serialize([new TextMessage(text)])).RootElement[0].GetProperty("text").GetString() == WellFormed(text))
            .Check(Seeded);

    private static string Read(string json)
    {
        var raw = Encoding.UTF8.GetBytes($$$"""{"type":"message","message":{"text":{{{json}}},"id":"1","type":"text"}}""");
        return WebhookEvent.Parse(raw).ShouldBeOfType<MessageEvent>().Message.ShouldBeOfType<TextContent>().Text;
    }

    /// <summary>Each unit that is half of nothing becomes U+FFFD, as in UTF-8 everywhere.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
