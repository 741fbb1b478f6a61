using System.Text.Json;
using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>Brings messages into talks, and counts whom they reached.</summary>
internal sealed class MessageDelivery(LinePlatform platform)
{
    // Only these can be quoted, and so have a token to quote them by.
    private static readonly HashSet<string> Quotable = ["text", "textV2", "sticker", "image", "video", "template", "flex"];

    /// <returns>The receipts of the messages, as the last recipient got them.</returns>
    /// <exception cref="Refusal">They are more than the month has left; nobody got any then.</exception>
    public JsonArray Send(SendWay way, IReadOnlyList<LinePhone> phones, JsonElement body, string requestId)
    {
        platform.Sent.Count(way, phones.Count(Hears));
        if (body.TryGetProperty("customAggregationUnits", out var units))
            platform.Sent.Name(units.EnumerateArray().Select(unit => unit.GetString()!));
        var receipts = new JsonArray();
        foreach (var phone in phones)
            receipts = Show(phone, body, requestId);
        foreach (var message in body.GetProperty("messages").EnumerateArray().Where(message => message.Text("type") is "text" or "textV2"))
            platform.Previews.Look(message.Text("text"));
        return receipts;
    }

    /// <summary>A friend, or somebody who wrote within the last seven days and does not block.</summary>
    public bool Hears(LinePhone phone) =>
        phone.IsFriend || (!phone.IsBlocking && phone.LastWroteAt > platform.Clock.GetUtcNow() - TimeSpan.FromDays(7));

    private JsonArray Show(LinePhone phone, JsonElement body, string requestId)
    {
        var receipts = new JsonArray();
        foreach (var message in body.GetProperty("messages").EnumerateArray())
        {
            var id = platform.NextMessageId();
            // A blocked account is told that all went well; nothing arrives.
            if (Hears(phone))
                phone.Show(TalkSide.Bot, JsonObject.Create(message.Clone())!, id, requestId);
            receipts.Add(Receipt(id, message));
        }
        return receipts;
    }

    private static JsonObject Receipt(string id, JsonElement message)
    {
        var receipt = new JsonObject { ["id"] = id };
        if (Quotable.Contains(message.Text("type")!))
            receipt["quoteToken"] = RandomId.Token(48);
        return receipt;
    }
}
