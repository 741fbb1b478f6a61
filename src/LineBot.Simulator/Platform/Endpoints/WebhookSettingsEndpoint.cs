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
            platform.Webhooks.Url = new Uri(request.Json.Text("endpoint")!);
            return ApiAnswer.Ok();
        });
        api.Get("/v2/bot/channel/webhook/endpoint", _ => platform.Webhooks.Url is { } url
            ? ApiAnswer.Ok(new JsonObject { ["endpoint"] = url.ToString(), ["active"] = true })
            : throw Refusal.NotFound());
        api.PostAsync("/v2/bot/channel/webhook/test", request => TestAsync(platform, request));
    }

    private static async Task<ApiAnswer> TestAsync(LinePlatform platform, ApiRequest request)
    {
        Uri? url = null;
        if (!request.Body.IsEmpty)
        {
            ChatRules.WebhookTest.Check(request.Json);
            url = request.Json.Text("endpoint") is { } given ? new Uri(given) : null;
        }
        if ((url ?? platform.Webhooks.Url) is null)
            throw Refusal.NotFound();
        var post = await platform.Webhooks.TestAsync(url);
        return ApiAnswer.Ok(new JsonObject
        {
            ["success"] = post.IsAccepted,
            ["timestamp"] = post.At.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["statusCode"] = post.Status ?? 0,
            ["reason"] = post.IsAccepted ? "OK" : post.Failure?.ToUpperInvariant() ?? "ERROR_STATUS_CODE",
            ["detail"] = post.Status?.ToString(CultureInfo.InvariantCulture) ?? post.Failure ?? "",
        });
    }
}
