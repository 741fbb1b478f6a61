using System.Text.Json;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>The one to five messages of a call, as the JSON array that LINE gets.</summary>
public static class MessageBatch
{
    /// <summary>Checks and writes the messages. What comes out is what <see cref="LineMessagingClient"/> sends, and can be kept until then.</summary>
    /// <exception cref="MessageLimitException">LINE would refuse them.</exception>
    public static byte[] Serialize(IReadOnlyList<Message> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var found = MessageLimits.CheckParts(messages);
        MessageLimitException.ThrowIfAny(found);
        var json = JsonSerializer.SerializeToUtf8Bytes(messages, LineJson.Of<IReadOnlyList<Message>>());
        MessageLimits.CheckSizes(messages, json.Length, found);
        MessageLimitException.ThrowIfAny(found);
        return json;
    }

    /// <summary>Reads messages back, as written by <see cref="Serialize"/> or by hand: for tests, simulators and files of messages.</summary>
    /// <exception cref="JsonException">They are not messages that this library knows; the text says where.</exception>
    public static IReadOnlyList<Message> Parse(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, LineJson.Of<IReadOnlyList<Message>>())
                ?? throw new JsonException("Expected an array of messages.");
        }
        catch (NotSupportedException e)
        {
            throw new JsonException("A message or a part of one has no type.", e);
        }
    }
}
