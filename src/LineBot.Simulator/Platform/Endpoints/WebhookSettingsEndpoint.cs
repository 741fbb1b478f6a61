using System.Globalization;
using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Where webhooks go, and a try whether they arrive.</summary>
internal static class WebhookSettingsEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Put("/v2/bot/channel/webhook/endpoint", request =>
        {
            ChatRules.WebhookEndpoint.Check(request.Json);
            platform.Webhooks.Url = ChatRules.WebhookUrl(request.Json);
            return ApiAnswer.Ok();
        });
        api.Get("/v2/bot/channel/webhook/endpoint", _ =>
            ApiAnswer.Ok(new JsonObject { ["endpoint"] = (platform.Webhooks.Url ?? throw NotSet()).ToString(), ["active"] = platform.Webhooks.IsActive }));
        api.PostAsync("/v2/bot/channel/webhook/test", request => TestAsync(platform, request));
    }

    private static async Task<ApiAnswer> TestAsync(LinePlatform platform, ApiRequest request)
    {
        var post = await platform.Webhooks.TestAsync(Given(request) ?? platform.Webhooks.Url ?? throw NotSet());
        return ApiAnswer.Ok(new JsonObject
        {
            ["success"] = post.IsAccepted,
            ["timestamp"] = PlatformJson.Time(post.At),
            ["statusCode"] = post.Status ?? 0,
            ["reason"] = post.IsAccepted ? "OK" : post.Failure?.ToUpperInvariant() ?? "ERROR_STATUS_CODE",
            ["detail"] = post.Status?.ToString(CultureInfo.InvariantCulture) ?? (post.Failure == "request_timeout" ? "Request timeout" : "Connection failed"),
        });
    }

    private static Uri? Given(ApiRequest request)
    {
        if (request.Body.IsEmpty)
            return null;
        ChatRules.WebhookTest.Check(request.Json);
        return request.Json.TryGetProperty("endpoint", out _) ? ChatRules.WebhookUrl(request.Json) : null;
    }

    private static Refusal NotSet() => new(404, "Webhook endpoint not found");
}
