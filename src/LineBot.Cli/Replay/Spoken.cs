using System.Text.Json;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>One message that a bot sent to one chat.</summary>
/// <param name="ReplyToken">What it answered; null for what nobody asked for.</param>
internal sealed record Spoken(string? Chat, string? ReplyToken, JsonElement Message)
{
    /// <summary>What an accepted call said, and to whom; nothing for calls of other kinds.</summary>
    public static IEnumerable<Spoken> In(RecordedCall call)
    {
        if (call is not { Method: "POST", Status: 200, Body: { } body } || !call.Path.StartsWith("/v2/bot/message/", StringComparison.Ordinal))
            yield break;
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement.Clone();
        var token = root.Text("replyToken");
        IEnumerable<string?> chats = root.Child("to") is { ValueKind: JsonValueKind.Array } ? root.Items("to").Select(to => (string?)to.ToString()) : [root.Text("to")];
        foreach (var chat in chats)
        {
            foreach (var message in root.Items("messages"))
                yield return new Spoken(chat, token, message);
        }
    }
}
