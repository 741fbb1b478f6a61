using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>The files that people send: whole, as a small picture, and whether they are prepared.</summary>
internal static class ContentEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Get("/v2/bot/message/{messageId}/content", request =>
        {
            var content = Find(platform, request);
            return IsReady(platform, content) ? new ApiAnswer(200, File: content.File) : ApiAnswer.Accepted();
        });
        api.Get("/v2/bot/message/{messageId}/content/preview", request =>
            new ApiAnswer(200, File: Find(platform, request).Preview ?? throw new Refusal(400, "The content can not be previewed")));
        api.Get("/v2/bot/message/{messageId}/content/transcoding", request => Find(platform, request) is { Type: "video" or "audio" } content
            ? ApiAnswer.Ok(new JsonObject { ["status"] = IsReady(platform, content) ? "succeeded" : "processing" })
            : throw new Refusal(400, "Transcoding status doesn't support this type of content"));
    }

    private static bool IsReady(LinePlatform platform, SentContent content) => platform.Clock.GetUtcNow() >= content.ReadyAt;

    private static SentContent Find(LinePlatform platform, ApiRequest request)
    {
        if (!platform.Contents.TryGetValue(request.Route("messageId"), out var content))
            throw new Refusal(404, "not found");
        return content.File is not null ? content : throw new Refusal(410, "The content is gone");
    }
}
