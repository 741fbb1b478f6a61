using System.Text.Json;

namespace Line.Messaging.Tests.OpenApi;

/// <summary>LINE's published descriptions, from the folder beside the repository. They are LINE's, and no part of this project.</summary>
public sealed class LineOpenApi
{
    private static readonly Lazy<LineOpenApi> LazyMessaging = new(() => new LineOpenApi("messaging-api.json"));
    private static readonly Lazy<LineOpenApi> LazyWebhook = new(() => new LineOpenApi("webhook.json"));
    private static readonly Lazy<LineOpenApi> LazyTokens = new(() => new LineOpenApi("channel-access-token.json"));

    private LineOpenApi(string file) =>
        Root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, file))).RootElement;

    public static LineOpenApi Messaging => LazyMessaging.Value;

    public static LineOpenApi Webhook => LazyWebhook.Value;

    public static LineOpenApi Tokens => LazyTokens.Value;

    /// <summary>Null where the descriptions are not beside the repository.</summary>
    public static string? Folder { get; } = FindFolder();

    public JsonElement Root { get; }

    public JsonElement Schema(string name) => Root.GetProperty("components").GetProperty("schemas").GetProperty(name);

    public JsonElement Resolve(string reference) => Schema(NameOf(reference));

    public static string NameOf(string reference) => reference[(reference.LastIndexOf('/') + 1)..];

    private static string? FindFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "LineBot.sln")))
            root = root.Parent;
        var folder = root is null ? null : Path.GetFullPath(Path.Combine(root.FullName, "..", "shared", "line-openapi"));
        return Directory.Exists(folder) ? folder : null;
    }
}
