using System.Text.Json;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>The one to five messages of a call, as the JSON array that LINE gets.</summary>
public static class MessageBatch
{
    /// <summary>Writes the messages. What comes out is what <c>LineMessagingClient</c> sends, and can be kept until then.</summary>
    public static byte[] Serialize(IReadOnlyList<Message> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return JsonSerializer.SerializeToUtf8Bytes(messages, LineJson.Wire.IReadOnlyListMessage);
    }
}
