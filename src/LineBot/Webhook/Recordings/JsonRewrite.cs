using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LineBot.Webhook.Recordings;

/// <summary>Where a value stands in a JSON text.</summary>
/// <param name="Name">Its property; for an element of an array the array's property.</param>
/// <param name="Parent">The property whose object it stands in; empty at the top.</param>
/// <param name="Root">The property of the whole that it belongs to.</param>
/// <param name="Depth">1 for a property of the whole; each object and array adds 1.</param>
public readonly record struct JsonPlace(string Name, string Parent, string Root, int Depth);

/// <summary>Copies JSON byte by byte, but for the strings and numbers that are to be others: escapes, spaces and order stay.</summary>
public static class JsonRewrite
{
    /// <param name="value">A string's text, or a number as it is written; null for a string that is no valid Unicode.</param>
    /// <returns>What takes its place: another text for a string, another number as it is written for a number; null leaves it as it is.</returns>
    public delegate string? Instead(JsonPlace place, JsonTokenType kind, string? value);

    /// <exception cref="JsonException">It is no JSON, or nested deeper than is recorded.</exception>
    public static byte[] Of(ReadOnlySpan<byte> json, Instead instead)
    {
        var written = new ArrayBufferWriter<byte>(json.Length + 16);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = RecordedJson.MaxDepth });
        var names = new List<string>();
        var copied = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                Enter(names, reader.CurrentDepth, TextOf(ref reader) ?? "");
            else if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                Enter(names, reader.CurrentDepth + 1, "");
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
                continue;
            var value = reader.TokenType == JsonTokenType.String ? TextOf(ref reader) : Encoding.UTF8.GetString(reader.ValueSpan);
            if (instead(PlaceOf(names, reader.CurrentDepth), reader.TokenType, value) is not { } other)
                continue;
            written.Write(json[copied..(int)reader.TokenStartIndex]);
            written.Write(reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetBytes(other) : JsonSerializer.SerializeToUtf8Bytes(other, Recording.Json));
            copied = (int)reader.BytesConsumed;
        }
        written.Write(json[copied..]);
        return written.WrittenSpan.ToArray();
    }

    /// <summary>Names are kept by depth; arrays and the objects in them have none of their own.</summary>
    private static void Enter(List<string> names, int depth, string name)
    {
        if (names.Count > depth)
            names.RemoveRange(depth, names.Count - depth);
        while (names.Count < depth)
            names.Add("");
        names.Add(name);
    }

    private static JsonPlace PlaceOf(List<string> names, int depth)
    {
        var (name, parent) = ("", "");
        var at = Math.Min(depth, names.Count - 1);
        for (; at >= 0 && name.Length == 0; at--)
            name = names[at];
        for (; at >= 0 && parent.Length == 0; at--)
            parent = names[at];
        return new JsonPlace(name, parent, names.Count > 1 ? names[1] : "", depth);
    }

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8.
            return null;
        }
    }
}
