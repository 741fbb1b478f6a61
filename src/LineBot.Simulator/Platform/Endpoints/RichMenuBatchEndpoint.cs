using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Moves everybody from one rich menu to another, in the background.</summary>
internal static class RichMenuBatchEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Post("/v2/bot/richmenu/batch", request =>
        {
            Check(platform.RichMenus, request.Json);
            platform.RichMenuChores.Start(
                request.Id, [.. Operations(request.Json).Select(operation => (operation.Text("from"), operation.Text("to")))], request.Json.Text("resumeRequestKey"));
            return ApiAnswer.Accepted();
        });
        api.Post("/v2/bot/richmenu/validate/batch", request =>
        {
            Check(platform.RichMenus, request.Json);
            return ApiAnswer.Ok();
        });
        api.Get("/v2/bot/richmenu/progress/batch", request => Progress(platform.RichMenuChores, request));
    }

    private static ApiAnswer Progress(RichMenuChores chores, ApiRequest request)
    {
        if (request.Query("requestId") is not { } id || chores.Find(id) is not { } batch)
            throw Refusal.NotFound();
        var progress = new JsonObject
        {
            ["phase"] = batch.CompletedAt is null ? "ongoing" : batch.HasFailed ? "failed" : "succeeded",
            ["acceptedTime"] = Time(batch.AcceptedAt),
        };
        if (batch.CompletedAt is { } completed)
            progress["completedTime"] = Time(completed);
        return ApiAnswer.Ok(progress);
    }

    /// <exception cref="Refusal">The batch is not as LINE takes it, or names a menu that is not there or that nobody can be shown.</exception>
    private static void Check(RichMenus menus, JsonElement batch)
    {
        RichMenuBatchRules.Batch.Check(batch);
        foreach (var (index, operation) in Operations(batch).Index())
        {
            foreach (var end in (string[])["from", "to"])
            {
                if (operation.Text(end) is not { } id)
                    continue;
                if (menus.All.FirstOrDefault(menu => menu.Id == id) is not { } menu)
                    throw Refusal.Of(404, [new($"Richmenu ({id}) is not found", $"operations[{index}].{end}")]);
                if (end == "to" && menu.Image is null)
                    throw Refusal.Of([new($"'to' richmenu ({id}) must have image but it doesn't", $"operations[{index}].to")]);
            }
        }
    }

    private static List<JsonElement> Operations(JsonElement batch) => [.. batch.GetProperty("operations").EnumerateArray()];

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
