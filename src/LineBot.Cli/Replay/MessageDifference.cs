using System.Globalization;
using System.Text.Json;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>A place at which a message is not what was recorded.</summary>
/// <param name="Path">Within the message: <c>contents.body.contents[0].text</c>.</param>
/// <param name="Recorded">Null for what was not there.</param>
/// <param name="Now">Null for what is not there any more.</param>
internal sealed record MessageDifference(string Path, string? Recorded, string? Now)
{
    /// <summary>Everything in which a message differs from what was recorded. At a mark anything may stand.</summary>
    public static IEnumerable<MessageDifference> Between(JsonElement recorded, HeardMessage heard) => Between("", recorded, heard.Message, heard.Masked);

    private static IEnumerable<MessageDifference> Between(string path, JsonElement? recorded, JsonElement? now, JsonElement? masked)
    {
        if (recorded is not { } was || now is not { } isNow || was.ValueKind != isNow.ValueKind)
            return [new(path, Shown(recorded), Shown(now))];
        return was.ValueKind switch
        {
            JsonValueKind.Object => NamesIn(was).Union(NamesIn(isNow)).SelectMany(name =>
                Between(path.Length == 0 ? name : $"{path}.{name}", was.Child(name), isNow.Child(name), masked?.Child(name))),
            JsonValueKind.Array => Enumerable.Range(0, Math.Max(was.GetArrayLength(), isNow.GetArrayLength())).SelectMany(i =>
                Between(path + string.Create(CultureInfo.InvariantCulture, $"[{i}]"), At(was, i), At(isNow, i), masked is { } list ? At(list, i) : null)),
            JsonValueKind.String => Fits(was, isNow, masked) ? [] : [new(path, Shown(was), Shown(isNow))],
            JsonValueKind.Number => was.GetDouble().Equals(isNow.GetDouble()) ? [] : [new(path, Shown(was), Shown(isNow))],
            _ => [],
        };
    }

    private static bool Fits(JsonElement was, JsonElement now, JsonElement? masked) =>
        Mark.Fits(Shown(was)!, Shown(now)!) || (masked is { ValueKind: JsonValueKind.String } covered && Mark.Fits(Shown(was)!, Shown(covered)!));

    private static IEnumerable<string> NamesIn(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    private static JsonElement? At(JsonElement list, int index) => list.ValueKind == JsonValueKind.Array && index < list.GetArrayLength() ? list[index] : null;

    private static string? Shown(JsonElement? json) => json?.ValueKind switch
    {
        null => null,
        JsonValueKind.String => json.Value.TextOrRaw(),
        _ => json.Value.GetRawText(),
    };
}
