using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>What the month has left and what was sent: of the quota, by day and way, by unit.</summary>
internal static class MessageCountEndpoint
{
    private static readonly DateOnly FirstCounted = new(2018, 3, 31);

    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Get("/v2/bot/message/quota", _ => ApiAnswer.Ok(platform.Sent.Quota is { } limit
            ? new JsonObject { ["type"] = "limited", ["value"] = limit }
            : new JsonObject { ["type"] = "none" }));
        api.Get("/v2/bot/message/quota/consumption", _ => ApiAnswer.Ok(new JsonObject { ["totalUsage"] = platform.Sent.ThisMonth }));
        foreach (var way in (SendWay[])[SendWay.Reply, SendWay.Push, SendWay.Multicast, SendWay.Broadcast])
            api.Get($"/v2/bot/message/delivery/{way.ToString().ToLowerInvariant()}", request => Delivered(platform, way, request));
        api.Get("/v2/bot/message/aggregation/info", _ => ApiAnswer.Ok(new JsonObject { ["numOfCustomAggregationUnits"] = platform.Sent.Units.Count }));
        api.Get("/v2/bot/message/aggregation/list", request =>
        {
            var (page, next) = Pages.Of(platform.Sent.Units, request, usual: 100, most: 100);
            var list = new JsonObject { ["customAggregationUnits"] = new JsonArray([.. page]) };
            return ApiAnswer.Ok(Pages.Linked(list, next));
        });
    }

    /// <summary>A day's figures are there once it is over.</summary>
    private static ApiAnswer Delivered(LinePlatform platform, SendWay way, ApiRequest request)
    {
        var day = LineDay.Read(request.Query("date")) ?? throw new Refusal(400, "The value for the 'date' parameter is invalid");
        if (day < FirstCounted)
            return ApiAnswer.Ok(new JsonObject { ["status"] = "out_of_service" });
        return ApiAnswer.Ok(day < LineDay.Of(platform.Clock.GetUtcNow())
            ? new JsonObject { ["status"] = "ready", ["success"] = platform.Sent.On(day, way) }
            : new JsonObject { ["status"] = "unready" });
    }
}
