using System.Text.Json;

namespace Line.Messaging.Tests.Webhooks;

/// <summary>The recorded webhook bodies. A file more is a test more.</summary>
public static class Corpus
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "webhooks");

    public static TheoryData<string> Files => [.. Names()];

    /// <summary>Bodies of events that LINE documents: nothing new to this library, nothing broken.</summary>
    public static TheoryData<string> Documented => [.. DocumentedNames()];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static WebhookRequest Parse(string name) => WebhookRequest.Parse(Read(name));

    public static WebhookEvent Only(string name) => Parse(name).Events.ShouldHaveSingleItem();

    public static T Only<T>(string name)
        where T : WebhookEvent => Only(name).ShouldBeOfType<T>();

    public static JsonElement Json(string name) => JsonDocument.Parse(Read(name)).RootElement;

    public static IEnumerable<string> DocumentedNames() => Names().Where(
        name => !name.StartsWith("unknown-", StringComparison.Ordinal) && !name.StartsWith("broken-", StringComparison.Ordinal));

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);
}
