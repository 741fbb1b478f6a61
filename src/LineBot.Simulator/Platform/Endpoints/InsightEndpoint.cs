using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Figures of the account by day: what it sent, who its friends are.</summary>
internal static class InsightEndpoint
{
    private const int FewestForDemographics = 20;
    private static readonly DateOnly FirstDeliveries = new(2017, 3, 1);
    private static readonly DateOnly FirstFollowers = new(2016, 11, 1);

    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Get("/v2/bot/insight/message/delivery", request =>
        {
            var day = Day(request);
            var status = Status(platform, day, FirstDeliveries);
            return ApiAnswer.Ok(status == "ready" ? Deliveries(platform, day) : new JsonObject { ["status"] = status });
        });
        api.Get("/v2/bot/insight/followers", request =>
        {
            var day = Day(request);
            var status = Status(platform, day, FirstFollowers);
            return ApiAnswer.Ok(status == "ready"
                ? Followers(platform, LineDay.EndOf(day))
                : new JsonObject { ["status"] = status, ["followers"] = null, ["targetedReaches"] = null, ["blocks"] = null });
        });
        api.Get("/v2/bot/insight/demographic", _ => ApiAnswer.Ok(Demographics(platform.Friends.Count >= FewestForDemographics)));
    }

    private static DateOnly Day(ApiRequest request) => request.Query("date") switch
    {
        null => throw new Refusal(400, "date is required"),
        var text => LineDay.Read(text) ?? throw new Refusal(400, "Bad Request"),
    };

    private static string Status(LinePlatform platform, DateOnly day, DateOnly first) =>
        day < first ? "out_of_service" : day < LineDay.Of(platform.Clock.GetUtcNow()) ? "ready" : "unready";

    private static JsonObject Deliveries(LinePlatform platform, DateOnly day)
    {
        var deliveries = new JsonObject { ["status"] = "ready" };
        foreach (var way in Enum.GetValues<SendWay>())
            deliveries[$"api{way}"] = platform.Sent.On(day, way);
        return deliveries;
    }

    private static JsonObject Followers(LinePlatform platform, DateTimeOffset end)
    {
        var followers = platform.Phones.Where(phone => phone.FriendSince < end).ToList();
        var blocks = followers.Count(phone => phone.WasBlocking(end));
        return new JsonObject
        {
            ["status"] = "ready", ["followers"] = followers.Count, ["targetedReaches"] = followers.Count - blocks, ["blocks"] = blocks,
        };
    }

    /// <summary>Of those who have the phones, LINE knows nothing.</summary>
    private static JsonObject Demographics(bool isAvailable)
    {
        JsonArray Tiles(string kind, string all) => isAvailable ? [new JsonObject { [kind] = all, ["percentage"] = 100.0 }] : [];
        return new JsonObject
        {
            ["available"] = isAvailable,
            ["genders"] = Tiles("gender", "unknown"),
            ["ages"] = Tiles("age", "unknown"),
            ["areas"] = Tiles("area", "unknown"),
            ["appTypes"] = Tiles("appType", "others"),
            ["subscriptionPeriods"] = Tiles("subscriptionPeriod", "unknown"),
        };
    }
}
