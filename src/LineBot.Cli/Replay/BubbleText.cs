using System.Text.Json;
using Line.Messaging;

namespace LineBot.Cli.Replay;

/// <summary>What somebody sees of a message, line by line, as far as a terminal can show it.</summary>
internal static class BubbleText
{
    private static readonly HashSet<string> Actions = ["postback", "message", "uri", "datetimepicker", "clipboard", "richmenuswitch", "camera", "cameraRoll"];

    public static IReadOnlyList<string> Of(JsonElement message)
    {
        var lines = LinesOf(message).ToList();
        return lines.Count > 0 ? lines : [$"({message.Text("type")}) {message.Text("altText")}".TrimEnd()];
    }

    /// <summary>What a customer did.</summary>
    public static string Of(WebhookEvent happened) => happened switch
    {
        MessageEvent { Message: TextContent text } => text.Text,
        MessageEvent message => $"({message.Message.Type})",
        PostbackEvent postback => $"▷ {postback.Data}",
        _ => $"({happened.Type})",
    };

    private static IEnumerable<string> LinesOf(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().SelectMany(LinesOf);
        if (json.ValueKind != JsonValueKind.Object)
            return [];
        if (Actions.Contains(json.Text("type") ?? ""))
            return json.Text("label") is { } label ? [$"[ {label} ]"] : [];
        if (json.Items("contents").ToList() is { Count: > 0 } spans && spans.TrueForAll(span => span.Text("type") == "span"))
            return [string.Concat(spans.Select(span => span.Text("text")))];
        return ((string?[])[json.Text("title"), json.Text("text")]).OfType<string>().Where(text => text.Length > 0).SelectMany(text => text.Split('\n'))
            .Concat(json.EnumerateObject().SelectMany(property => LinesOf(property.Value)));
    }
}
