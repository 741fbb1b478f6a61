using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Moves everybody from one rich menu to another. LINE takes its time for it; here it is done at once.</summary>
internal static class RichMenuBatchEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Post("/v2/bot/richmenu/batch", request =>
        {
            RichMenuBatchRules.Batch.Check(request.Json);
            var operations = request.Json.GetProperty("operations").EnumerateArray().ToList();
            foreach (var to in operations.Select(operation => operation.Text("to")).OfType<string>())
                platform.RichMenus.FindToShow(to);
            foreach (var operation in operations)
                Do(platform.RichMenus, operation);
            platform.RichMenus.Batches[request.Id] = platform.Clock.GetUtcNow();
            platform.TouchAll();
            return ApiAnswer.Accepted();
        });
        api.Post("/v2/bot/richmenu/validate/batch", request =>
        {
            RichMenuBatchRules.Batch.Check(request.Json);
            return ApiAnswer.Ok();
        });
        api.Get("/v2/bot/richmenu/progress/batch", request =>
        {
            if (request.Query("requestId") is not { } id || !platform.RichMenus.Batches.TryGetValue(id, out var at))
                throw Refusal.NotFound();
            var time = at.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            return ApiAnswer.Ok(new JsonObject { ["phase"] = "succeeded", ["acceptedTime"] = time, ["completedTime"] = time });
        });
    }

    private static void Do(RichMenus menus, JsonElement operation)
    {
        foreach (var user in menus.UsersOf(operation.Text("from")))
        {
            if (operation.Text("to") is { } to)
                menus.Link(user, to);
            else
                menus.Unlink(user);
        }
    }
}
