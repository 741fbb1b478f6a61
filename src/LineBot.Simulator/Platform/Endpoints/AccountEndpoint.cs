using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>The account itself, its friends, and what concerns one chat besides messages.</summary>
internal static class AccountEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Get("/v2/bot/info", _ => ApiAnswer.Ok(new JsonObject
        {
            ["userId"] = platform.Channel.BotUserId,
            ["basicId"] = platform.Channel.BasicId,
            ["displayName"] = platform.Channel.DisplayName,
            ["chatMode"] = "bot",
            ["markAsReadMode"] = "manual",
        }));
        api.Get("/v2/bot/profile/{userId}", request => Profile(Friend(platform, request)));
        api.Get("/v2/bot/followers/ids", request => Followers(platform, request));
        api.Post("/v2/bot/user/{userId}/linkToken", request =>
            ApiAnswer.Ok(new JsonObject { ["linkToken"] = platform.LinkTokens.Issue(Friend(platform, request)) }));
        api.Post("/v2/bot/chat/loading/start", request => StartLoading(platform, request));
        api.Post("/v2/bot/chat/markAsRead", request => MarkAsRead(platform, request));
        api.Get("/v2/bot/message/{messageId}/content", request => Content(platform, request));
        api.Get("/v2/bot/message/{messageId}/content/preview", request => Content(platform, request));
        api.Get("/v2/bot/message/{messageId}/content/transcoding", request =>
        {
            Content(platform, request);
            return ApiAnswer.Ok(new JsonObject { ["status"] = "succeeded" });
        });
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

    private static ApiAnswer Followers(LinePlatform platform, ApiRequest request)
    {
        var limit = int.TryParse(request.Query("limit"), out var asked) ? asked : 300;
        if (limit is < 1 or > 1000)
            throw new Refusal(400, "The value for the 'limit' parameter is invalid");
        var start = int.TryParse(request.Query("start"), out var from) ? from : 0;
        var friends = platform.Phones.Where(phone => phone.IsFriend).Select(phone => phone.UserId).ToList();
        var page = new JsonObject { ["userIds"] = new JsonArray([.. friends.Skip(start).Take(limit)]) };
        if (start + limit < friends.Count)
            page["next"] = $"{start + limit}";
        return ApiAnswer.Ok(page);
    }

    private static ApiAnswer StartLoading(LinePlatform platform, ApiRequest request)
    {
        ChatRules.Loading.Check(request.Json);
        var seconds = request.Json.TryGetProperty("loadingSeconds", out var given) ? given.GetInt32() : 20;
        if (platform.FindPhone(request.Json.Text("chatId")) is { } phone)
        {
            phone.LoadingUntil = platform.Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
            platform.Touch(phone);
        }
        return ApiAnswer.Accepted();
    }

    private static ApiAnswer MarkAsRead(LinePlatform platform, ApiRequest request)
    {
        ChatRules.MarkAsRead.Check(request.Json);
        if (!platform.ReadTokens.TryGetValue(request.Json.Text("markAsReadToken")!, out var message))
            throw new Refusal(400, "Invalid markAsReadToken");
        message.Phone.ReadUpTo = Math.Max(message.Phone.ReadUpTo, message.Number);
        platform.Touch(message.Phone);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Content(LinePlatform platform, ApiRequest request)
    {
        if (!platform.Contents.TryGetValue(request.Route("messageId"), out var file))
            throw Refusal.NotFound();
        return file is not null ? new ApiAnswer(200, File: file) : throw new Refusal(410, "Gone");
    }
}
