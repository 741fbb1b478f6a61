using System.Text.Encodings.Web;
using System.Text.Json;

namespace LineBot.Simulator.Journeys;

/// <summary>What came back: the messages of one call, with what a customer sees of them.</summary>
public sealed record Answer(IReadOnlyList<JsonElement> Messages)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every text that can be read, in reading order: texts, headings, button labels.</summary>
    public IReadOnlyList<string> Texts => [.. Messages.SelectMany(message => Walk(message).SelectMany(TextOf))];

    /// <summary>All of it as lines.</summary>
    public string Text => string.Join('\n', Texts);

    /// <summary>What the notification and the chat list show of Flex and template messages.</summary>
    public IReadOnlyList<string> AltTexts => [.. Messages.Select(message => Read(message, "altText")).OfType<string>()];

    /// <summary>Everything that can be tapped, quick replies included.</summary>
    public IReadOnlyList<JsonElement> Actions => [.. Messages.SelectMany(Walk).Where(IsAction)];

    public IReadOnlyList<string> Labels => [.. Actions.Select(action => Read(action, "label")).OfType<string>()];

    /// <summary>The action of the only button with this label.</summary>
    public JsonElement Button(string label)
    {
        var found = Actions.Where(action => Read(action, "label") == label).ToList();
        return found.Count == 1
            ? found[0]
            : throw new JourneyException($"{found.Count} buttons say '{label}'. There are: {string.Join(", ", Labels)}\n{Text}");
    }

    /// <summary>The address behind the only button with this label.</summary>
    public Uri Link(string label) => new(Button(label).GetProperty("uri").GetString()!);

    /// <summary>The first address that holds <paramref name="part"/>; null where there is none.</summary>
    public Uri? FindLink(string part) =>
        Actions.Select(action => Read(action, "uri")).FirstOrDefault(uri => uri?.Contains(part, StringComparison.Ordinal) == true) is { } uri ? new Uri(uri) : null;

    /// <summary>As JSON, for a snapshot.</summary>
    public string Json => JsonSerializer.Serialize(Messages, Readable);

    private static IEnumerable<string> TextOf(JsonElement element)
    {
        foreach (var name in (string[])["title", "text", "label"])
        {
            if (Read(element, name) is { Length: > 0 } text && (name != "text" || !IsAction(element)))
                yield return text;
        }
    }

    private static bool IsAction(JsonElement element) =>
        Read(element, "type") is "postback" or "message" or "uri" or "datetimepicker" or "clipboard" or "richmenuswitch" or "camera" or "cameraRoll"
        || (Read(element, "type") == "location" && !element.TryGetProperty("latitude", out _));

    private static IEnumerable<JsonElement> Walk(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Walk(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Walk),
        _ => [],
    };

    private static string? Read(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
