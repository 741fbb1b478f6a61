using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>The account itself and its friends.</summary>
internal static class AccountEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Get("/v2/bot/info", _ => ApiAnswer.Ok(new JsonObject
        {
            ["userId"] = platform.Channel.BotUserId,
            ["basicId"] = platform.Channel.BasicId,
            ["displayName"] = platform.Channel.DisplayName,
            ["chatMode"] = platform.HasChat ? "chat" : "bot",
            ["markAsReadMode"] = platform.HasChat ? "manual" : "auto",
        }));
        api.Get("/v2/bot/profile/{userId}", request => Profile(Friend(platform, request)));
        api.Get("/v2/bot/followers/ids", request =>
        {
            var (page, next) = Pages.Of([.. platform.Friends.Select(phone => phone.UserId)], request, usual: 300, most: 1000);
            return ApiAnswer.Ok(Pages.Linked(new JsonObject { ["userIds"] = new JsonArray([.. page]) }, next));
        });
        api.Post("/v2/bot/user/{userId}/linkToken", request =>
            ApiAnswer.Ok(new JsonObject { ["linkToken"] = platform.LinkTokens.Issue(Friend(platform, request)) }));
    }

    private static LinePhone Friend(LinePlatform platform, ApiRequest request) =>
        platform.FindPhone(request.Route("userId")) is { IsFriend: true } phone ? phone : throw Refusal.NotFound();

    private static ApiAnswer Profile(LinePhone phone)
    {
        var profile = new JsonObject { ["userId"] = phone.UserId, ["displayName"] = phone.DisplayName };
        if (phone.Language is not null)
            profile["language"] = phone.Language;
        return ApiAnswer.Ok(profile);
    }
}
