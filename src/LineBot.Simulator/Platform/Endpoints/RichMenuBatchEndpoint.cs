using System.Text.Json;
using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Moves everybody from one rich menu to another in one call. LINE takes its time for it; here it is done when it is answered.</summary>
internal static class RichMenuBatchEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        var menus = platform.RichMenus;
        var done = new Dictionary<string, DateTimeOffset>();
        api.Post("/v2/bot/richmenu/batch", request =>
        {
            RichMenuRules.Batch.Check(request.Json);
            var operations = request.Json.GetProperty("operations").EnumerateArray().ToList();
            foreach (var to in operations.Where(operation => operation.Text("type") == "link"))
                menus.FindToShow(to.Text("to")!);
            foreach (var operation in operations)
                Apply(menus, operation);
            platform.TouchAll();
            done[request.Id] = platform.Clock.GetUtcNow();
            return ApiAnswer.Accepted();
        });
        api.Get("/v2/bot/richmenu/progress/batch", request => done.TryGetValue(request.Query("requestId") ?? "", out var at)
            ? ApiAnswer.Ok(new JsonObject { ["phase"] = "succeeded", ["acceptedTime"] = at.ToString("O"), ["completedTime"] = at.ToString("O") })
            : throw Refusal.NotFound());
    }

    private static void Apply(RichMenus menus, JsonElement operation)
    {
        switch (operation.Text("type"))
        {
            case "link":
                menus.Move(operation.Text("from")!, operation.Text("to")!);
                break;
            case "unlink":
                menus.Move(operation.Text("from")!, null);
                break;
            default:
                menus.UnlinkAll();
                break;
        }
    }
}
