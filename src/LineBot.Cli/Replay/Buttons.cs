using System.Text.Json;
using LineBot.Webhook.Recordings;

namespace LineBot.Cli.Replay;

/// <summary>
/// What the buttons carry that the bot shows now, by what they carried in the recording. A recorded tap is played as a tap on the same
/// button: numbers and tokens in it are those of this store.
/// </summary>
internal sealed class Buttons
{
    private readonly Dictionary<(string Chat, string Recorded), string> _now = [];

    /// <summary>Notes the buttons of a message that was recorded and of the one that came in its place.</summary>
    public void Note(string chat, JsonElement recorded, JsonElement now)
    {
        switch (recorded.ValueKind, now.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                if (recorded.Text("data") is { } was && now.Text("data") is { } isNow)
                    _now[(chat, was)] = isNow;
                foreach (var property in recorded.EnumerateObject())
                {
                    if (now.Child(property.Name) is { } same)
                        Note(chat, property.Value, same);
                }
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                foreach (var (one, other) in recorded.EnumerateArray().Zip(now.EnumerateArray()))
                    Note(chat, one, other);
                break;
        }
    }

    /// <summary>A webhook whose taps are on the buttons that are shown now.</summary>
    public byte[] In(byte[] body, string chat) => JsonRewrite.Of(body, (place, _, value) =>
        place is { Root: "events", Parent: "postback", Name: "data" } && value is not null ? _now.GetValueOrDefault((chat, value)) : null);
}
