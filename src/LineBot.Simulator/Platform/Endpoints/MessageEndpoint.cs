using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Sending to whom one knows: reply, push, multicast, broadcast.</summary>
internal static class MessageEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        var keys = platform.RetryKeys;
        api.Post("/v2/bot/message/reply", request => Reply(platform, request));
        api.Post("/v2/bot/message/push", request => keys.Once(request, () => Push(platform, request)));
        api.Post("/v2/bot/message/multicast", request => keys.Once(request, () => Multicast(platform, request)));
        api.Post("/v2/bot/message/broadcast", request => keys.Once(request, () => Broadcast(platform, request)));
    }

    private static ApiAnswer Reply(LinePlatform platform, ApiRequest request)
    {
        SendRules.Reply.Check(request.Json);
        var token = request.Json.Text("replyToken")!;
        var phone = platform.ReplyTokens.Find(token);
        platform.ReplyTokens.Use(token);
        return Sent(platform.Delivery.Send(SendWay.Reply, [phone], request.Json, request.Id));
    }

    private static ApiAnswer Push(LinePlatform platform, ApiRequest request)
    {
        SendRules.Push.Check(request.Json);
        SendRules.CheckChat(request.Json);
        var phone = platform.FindPhone(request.Json.Text("to")) ?? throw new Refusal(400, "Failed to send messages");
        return Sent(platform.Delivery.Send(SendWay.Push, [phone], request.Json, request.Id));
    }

    private static ApiAnswer Multicast(LinePlatform platform, ApiRequest request)
    {
        SendRules.Multicast.Check(request.Json);
        SendRules.CheckUsers(request.Json);
        var phones = request.Json.GetProperty("to").EnumerateArray()
            .Select(to => platform.FindPhone(to.GetString())).OfType<LinePhone>().Distinct().ToList();
        platform.Delivery.Send(SendWay.Multicast, phones, request.Json, request.Id);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Broadcast(LinePlatform platform, ApiRequest request)
    {
        SendRules.Broadcast.Check(request.Json);
        platform.Delivery.Send(SendWay.Broadcast, platform.Friends, request.Json, request.Id);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Sent(JsonArray receipts) => ApiAnswer.Ok(new JsonObject { ["sentMessages"] = receipts });
}
