using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Line.Messaging.Tests.OpenApi;

namespace Line.Messaging.Tests.Webhooks;

public sealed class CorpusTests
{
    // LINE's OpenAPI is older than its documentation: it does not know the edit event yet. The dummies of the old verify button
    // have neither a destination nor the properties that came later. Half an emoji is no JSON text to anybody else.
    private static readonly string[] BesideThePublished = ["message-edited", "verify-dummies", "lone-surrogate"];

    [Theory]
    [MemberData(nameof(Corpus.Files), MemberType = typeof(Corpus))]
    public void Reads_every_recorded_body(string name)
    {
        var events = Corpus.Parse(name).Events;
        var json = Corpus.Json(name).GetProperty("events");

        events.Count.ShouldBe(json.GetArrayLength());
        foreach (var (read, written) in events.Zip(json.EnumerateArray()))
        {
            JsonDocument.Parse(read.Raw).RootElement.GetRawText().ShouldBe(written.GetRawText());
            WebhookEvent.Parse(read.Raw).GetType().ShouldBe(read.GetType());
        }
    }

    [Theory]
    [MemberData(nameof(Corpus.Documented), MemberType = typeof(Corpus))]
    public void Loses_nothing_that_LINE_documents(string name)
    {
        foreach (var read in Corpus.Parse(name).Events)
        {
            read.ShouldNotBeOfType<UnknownEvent>();
            var kept = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            Keep(read with { Raw = default }, kept);
            // Half an emoji is read as U+FFFD, here as there.
            var sent = name == "lone-surrogate" ? [] : Leaves(JsonDocument.Parse(read.Raw).RootElement).ToList();
            sent.Where(leaf => !kept.Contains(leaf)).ShouldBeEmpty();
        }
    }

    [OpenApiTheory]
    [MemberData(nameof(Corpus.Documented), MemberType = typeof(Corpus))]
    public void Recorded_bodies_are_as_LINE_publishes_them(string name)
    {
        if (BesideThePublished.Contains(name))
            return;
        var check = new SchemaCheck(LineOpenApi.Webhook);
        check.Check(Corpus.Json(name), "CallbackRequest");
        check.Faults.ShouldBeEmpty();
    }

    [OpenApiFact]
    public void There_is_a_body_for_every_property_that_LINE_publishes()
    {
        var check = new SchemaCheck(LineOpenApi.Webhook);
        foreach (var name in Corpus.DocumentedNames().Except(BesideThePublished))
            check.Check(Corpus.Json(name), "CallbackRequest");

        var schemas = LineOpenApi.Webhook.Root.GetProperty("components").GetProperty("schemas").EnumerateObject()
            // Their mapping always leads on to one of their kinds.
            .Where(schema => !schema.Value.TryGetProperty("discriminator", out _));
        var published = schemas.SelectMany(schema =>
        {
            var properties = new Dictionary<string, JsonElement>();
            JsonElement? others = null;
            check.Collect(schema.Value, properties, [], ref others);
            return properties.Keys.Select(property => $"{schema.Name}.{property}");
        });
        // Events of a module channel and of the account name no user.
        var absent = published.Where(property => !check.Seen.Contains(property)).ToList();
        absent.ShouldBe(["ModuleEvent.source", "BotSuspendedEvent.source", "BotResumedEvent.source"], ignoreOrder: true);
    }

    /// <summary>As LINE's documentation lists them, with the chats in which each happens.</summary>
    [Theory]
    [InlineData("message", "user group room")]
    [InlineData("messageEdited", "group")]
    [InlineData("unsend", "user group room")]
    [InlineData("follow", "user")]
    [InlineData("unfollow", "user")]
    [InlineData("join", "group room")]
    [InlineData("leave", "group room")]
    [InlineData("memberJoined", "group room")]
    [InlineData("memberLeft", "group room")]
    [InlineData("postback", "user group")]
    [InlineData("videoPlayComplete", "user")]
    [InlineData("beacon", "user")]
    [InlineData("accountLink", "user")]
    [InlineData("membership", "user")]
    [InlineData("module", "")]
    [InlineData("activated", "user")]
    [InlineData("deactivated", "user")]
    [InlineData("botSuspended", "")]
    [InlineData("botResumed", "")]
    [InlineData("delivery", "user")]
    public void There_is_a_body_for_every_event_in_each_kind_of_chat(string type, string chats)
    {
        var events = Corpus.DocumentedNames().SelectMany(name => Corpus.Parse(name).Events).Where(e => e.Type == type).ToList();

        events.ShouldNotBeEmpty();
        chats.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(events.Select(e => e.Source?.Type)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text")]
    [InlineData("image")]
    [InlineData("video")]
    [InlineData("audio")]
    [InlineData("file")]
    [InlineData("location")]
    [InlineData("sticker")]
    public void There_is_a_body_for_every_kind_of_message(string type) =>
        Corpus.DocumentedNames().SelectMany(name => Corpus.Parse(name).Events).OfType<MessageEvent>().ShouldContain(e => e.Message.Type == type);

    [OpenApiFact]
    public void The_published_OpenAPI_does_not_know_the_edit_event_yet()
    {
        // When this fails, LINE has published it: check message-edited with the others.
        LineOpenApi.Webhook.Schema("Event").GetProperty("discriminator").GetProperty("mapping")
            .TryGetProperty("messageEdited", out _).ShouldBeFalse();
        Corpus.Only("message-edited").ShouldBeOfType<MessageEditedEvent>();
    }

    private static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Leaves(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetDouble().ToString(CultureInfo.InvariantCulture)],
        _ => [value.GetBoolean().ToString()],
    };

    private static void Keep(object? value, HashSet<string> kept)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                kept.Add(text);
                break;
            case DateTimeOffset instant:
                kept.Add(((double)instant.ToUnixTimeMilliseconds()).ToString(CultureInfo.InvariantCulture));
                break;
            case TimeSpan duration:
                kept.Add(duration.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
                break;
            case Enum or bool:
                kept.Add(value.ToString()!);
                break;
            case int or long or double:
                kept.Add(Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                foreach (var item in items)
                    Keep(item, kept);
                break;
            case ReadOnlyMemory<byte>:
                break;
            default:
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    Keep(property.GetValue(value), kept);
                break;
        }
    }
}
