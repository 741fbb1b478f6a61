using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>Webhook events in the shapes that LINE sends.</summary>
internal static class WebhookEvent
{
    // Types without a reply token: there is nobody to hear, or nothing to say.
    private static readonly HashSet<string> Mute = ["unsend", "unfollow", "leave", "memberLeft"];

    public static JsonObject Of(string type, params ReadOnlySpan<(string Name, JsonNode Value)> fields)
    {
        var json = new JsonObject { ["type"] = type };
        foreach (var (name, value) in fields)
            json[name] = value;
        return json;
    }

    /// <summary>A message as the bot gets it: what was sent, with the ids that LINE gives it.</summary>
    public static JsonObject Received(JsonObject content, string id)
    {
        var message = new JsonObject { ["type"] = (string?)content["type"], ["id"] = id };
        if ((string?)content["type"] is "text" or "sticker" or "image" or "video")
            message["quoteToken"] = RandomId.Token(48);
        message["markAsReadToken"] = RandomId.Token(48);
        foreach (var (name, value) in content)
            message.TryAdd(name, value?.DeepClone());
        return message;
    }

    /// <summary>Adds what every event has. With no phone it is one that names nobody.</summary>
    public static JsonObject Complete(JsonObject happened, LinePlatform platform, LinePhone? phone)
    {
        var now = platform.Clock.GetUtcNow();
        happened["webhookEventId"] = RandomId.Ulid(now);
        happened["deliveryContext"] = new JsonObject { ["isRedelivery"] = false };
        happened["timestamp"] = now.ToUnixTimeMilliseconds();
        if (phone is not null)
            happened["source"] = new JsonObject { ["type"] = "user", ["userId"] = phone.UserId };
        if (phone is not null && !platform.IsStandby && !Mute.Contains((string)happened["type"]!))
            happened["replyToken"] = platform.ReplyTokens.Issue(phone);
        happened["mode"] = platform.IsStandby ? "standby" : "active";
        return happened;
    }
}
