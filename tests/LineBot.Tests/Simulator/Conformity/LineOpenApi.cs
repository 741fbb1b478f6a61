using System.Text.Json;
using System.Text.RegularExpressions;
using LineBot.Simulator.Platform;
using LineBot.Tests.Drivers;

namespace LineBot.Tests.Simulator.Conformity;

/// <summary>
/// LINE's published OpenAPI documents, as JSON, in a folder <c>line-openapi</c>: where LINE_OPENAPI says, beside this repository
/// or in a folder beside it. They are LINE's and not part of this repository; where they are missing, nothing is held against them.
/// </summary>
internal static class LineOpenApi
{
    // LINE's reference, which is the newer, says otherwise than its documents: a day without figures has them as null,
    // and a video that is not prepared yet is answered with 202.
    private static readonly Regex Otherwise = new(
        @"^(GET /v2/bot/insight/followers\?\S* → 200: answer\.(followers|targetedReaches|blocks) is null|GET /v2/bot/message/\d+/content → 202: LINE does not answer 202 here)$");

    private static readonly Lazy<IReadOnlyList<ApiOperation>> Loaded = new(() => Folder is null ? [] : [.. Documents.SelectMany(ApiOperation.Of)]);
    private static readonly Lazy<(JsonElement Document, JsonSchema Schema)> Webhook = new(() => Read("webhook"));
    private static readonly Lazy<(JsonElement Document, JsonSchema Schema)> Errors = new(() => Read("messaging-api"));

    public static string? Folder { get; } = Find();

    public static IReadOnlyList<ApiOperation> Operations => Loaded.Value;

    /// <summary>What in the calls and the webhooks of a platform is not as LINE publishes it.</summary>
    public static IReadOnlyList<string> FaultsOf(WireRecord record) => Folder is null ? [] :
    [
        .. record.Calls.SelectMany(call => FaultsOf(call).Select(fault => (What: $"{call.Method} {call.Path} → {call.Status}: {fault}", call.Answer)))
            .Where(fault => !Otherwise.IsMatch(fault.What)).Select(fault => $"{fault.What}\n  {fault.Answer}"),
        .. record.Webhooks.Where(post => post.LineUserId is not null).SelectMany(post => FaultsOf(post).Select(fault => $"webhook: {fault}\n  {post.Body}")),
    ];

    private static IEnumerable<string> FaultsOf(ApiCall call)
    {
        var operation = Operations.Where(operation => operation.IsOf(call)).MinBy(operation => operation.Variables);
        if (call.Status >= 400)
            return call.Path.Contains("/oauth", StringComparison.Ordinal) && Json(call.Answer).TryGetProperty("error", out _) ? [] : FaultsOfError(call);
        return operation?.FaultsOf(call) ?? ["LINE has no such address"];
    }

    private static List<string> FaultsOfError(ApiCall call) =>
        Errors.Value.Schema.FaultsOf(Json(call.Answer), Errors.Value.Document.GetProperty("components").GetProperty("schemas").GetProperty("ErrorResponse"));

    private static List<string> FaultsOf(WebhookPost post) =>
        Webhook.Value.Schema.FaultsOf(Json(post.Body), Webhook.Value.Document.GetProperty("components").GetProperty("schemas").GetProperty("CallbackRequest"));

    private static IEnumerable<(JsonElement Document, JsonSchema Schema)> Documents =>
        ((string[])["messaging-api", "channel-access-token", "insight"]).Select(Read);

    private static (JsonElement Document, JsonSchema Schema) Read(string name)
    {
        var document = Json(File.ReadAllText(Path.Combine(Folder!, $"{name}.json")));
        return (document, new JsonSchema(document));
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static string? Find()
    {
        var (beside, further) = (Path.Combine(Repository.Root, ".."), Path.Combine(Repository.Root, "..", ".."));
        IEnumerable<string> places =
        [
            Environment.GetEnvironmentVariable("LINE_OPENAPI") ?? "",
            .. ((string[])[beside, further]).Where(Directory.Exists).SelectMany(place => Directory.GetDirectories(place).Prepend(place)).Select(place => Path.Combine(place, "line-openapi")),
        ];
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "messaging-api.json")));
    }
}

/// <summary>A test that holds the simulator against LINE's documents: skipped where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LineOpenApiFactAttribute : FactAttribute
{
    public LineOpenApiFactAttribute()
    {
        if (LineOpenApi.Folder is null)
            Skip = "LINE's OpenAPI documents (github.com/line/line-openapi, as JSON) are not here. Put a folder line-openapi beside this repository, or set LINE_OPENAPI.";
    }
}
