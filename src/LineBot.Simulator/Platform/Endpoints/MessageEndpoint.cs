using System.Text.Json.Nodes;
using LineBot.Simulator.Platform.Rules;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Sending: reply, push, multicast, broadcast; and what it costs of the month's quota.</summary>
internal static class MessageEndpoint
{
    public static void Map(ApiEndpoint api, LinePlatform platform)
    {
        api.Post("/v2/bot/message/reply", request => Reply(platform, request));
        api.Post("/v2/bot/message/push", request => Keyed(platform, request, Push));
        api.Post("/v2/bot/message/multicast", request => Keyed(platform, request, Multicast));
        api.Post("/v2/bot/message/broadcast", request => Keyed(platform, request, Broadcast));
        api.Get("/v2/bot/message/quota", _ => ApiAnswer.Ok(platform.MonthlyQuota is { } limit
            ? new JsonObject { ["type"] = "limited", ["value"] = limit }
            : new JsonObject { ["type"] = "none" }));
        api.Get("/v2/bot/message/quota/consumption", _ => ApiAnswer.Ok(new JsonObject { ["totalUsage"] = platform.MonthlyUsage }));
    }

    private static ApiAnswer Reply(LinePlatform platform, ApiRequest request)
    {
        SendRules.Reply.Check(request.Json);
        var token = request.Json.Text("replyToken")!;
        var phone = platform.ReplyTokens.Find(token);
        platform.ReplyTokens.Use(token);
        return ApiAnswer.Ok(new JsonObject { ["sentMessages"] = Show(platform, phone, request) });
    }

    /// <summary>Runs what may carry a retry key: once for each key.</summary>
    private static ApiAnswer Keyed(LinePlatform platform, ApiRequest request, Func<LinePlatform, ApiRequest, JsonArray?> send)
    {
        var key = RetryKeys.Read(request);
        if (platform.RetryKeys.Recognise(key) is { } accepted)
            return accepted;
        var sent = send(platform, request);
        platform.RetryKeys.Accept(key, request.Id, sent);
        return ApiAnswer.Ok(sent is null ? null : new JsonObject { ["sentMessages"] = sent });
    }

    private static JsonArray Push(LinePlatform platform, ApiRequest request)
    {
        SendRules.Push.Check(request.Json);
        var phone = platform.FindPhone(request.Json.Text("to")) ?? throw new Refusal(400, "Failed to send messages");
        Spend(platform, [phone]);
        return Show(platform, phone, request);
    }

    private static JsonArray? Multicast(LinePlatform platform, ApiRequest request)
    {
        SendRules.Multicast.Check(request.Json);
        var phones = request.Json.GetProperty("to").EnumerateArray()
            .Select(to => platform.FindPhone(to.GetString())).OfType<LinePhone>().Distinct().ToList();
        return ShowAll(platform, phones, request);
    }

    private static JsonArray? Broadcast(LinePlatform platform, ApiRequest request)
    {
        SendRules.Broadcast.Check(request.Json);
        return ShowAll(platform, [.. platform.Phones.Where(phone => phone.IsFriend)], request);
    }

    private static JsonArray? ShowAll(LinePlatform platform, List<LinePhone> phones, ApiRequest request)
    {
        Spend(platform, phones);
        foreach (var phone in phones)
            Show(platform, phone, request);
        return null;
    }

    private static void Spend(LinePlatform platform, IEnumerable<LinePhone> phones)
    {
        var count = phones.Count(phone => Hears(platform, phone));
        if (platform.MonthlyUsage + count > platform.MonthlyQuota)
            throw new Refusal(429, "You have reached your monthly limit.");
        platform.MonthlyUsage += count;
    }

    private static JsonArray Show(LinePlatform platform, LinePhone phone, ApiRequest request)
    {
        var sent = new JsonArray();
        foreach (var message in request.Json.GetProperty("messages").EnumerateArray())
        {
            var id = platform.NextMessageId();
            // A blocked account is told that all went well; nothing arrives.
            if (Hears(platform, phone))
                phone.Show(TalkSide.Bot, JsonObject.Create(message.Clone())!, id, request.Id);
            var receipt = new JsonObject { ["id"] = id };
            if (message.Text("type") is "text" or "textV2" or "sticker" or "image" or "video" or "template" or "flex")
                receipt["quoteToken"] = RandomId.Token(48);
            sent.Add(receipt);
        }
        return sent;
    }

    /// <summary>A friend, or somebody who wrote within the last seven days and does not block.</summary>
    private static bool Hears(LinePlatform platform, LinePhone phone) =>
        phone.IsFriend || (!phone.IsBlocking && phone.LastWroteAt > platform.Clock.GetUtcNow() - TimeSpan.FromDays(7));
}
