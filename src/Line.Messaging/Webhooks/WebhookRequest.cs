using System.Text.Json;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>
/// The body of one webhook request. See https://developers.line.biz/en/reference/messaging-api/#request-body.
/// </summary>
/// <param name="Destination">The user ID of the bot the events are for; null in some old verification requests.</param>
/// <param name="Events">What happened, possibly to several users. Empty when LINE only verifies the webhook URL: answer 200.</param>
public sealed record WebhookRequest(string? Destination, IReadOnlyList<WebhookEvent> Events)
{
    // The scan is not recursive, so depth costs it nothing; the typed read of each event is bounded on its own.
    private static readonly JsonReaderOptions Scan = new() { MaxDepth = int.MaxValue };

    /// <summary>
    /// Reads a body whose signature was checked. An event that cannot be understood becomes an <see cref="UnknownEvent"/>
    /// and leaves its neighbours alone.
    /// </summary>
    /// <param name="utf8Json">
    /// The body as received. <see cref="WebhookEvent.Raw"/> of each event is a view of this memory: keep it unchanged as long as they are used.
    /// </param>
    /// <exception cref="WebhookFormatException">The body is not JSON, not an object, or has no <c>events</c> array.</exception>
    public static WebhookRequest Parse(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            return Read(utf8Json);
        }
        catch (JsonException e)
        {
            throw new WebhookFormatException(WebhookFormatReason.NotJson, e);
        }
    }

    private static WebhookRequest Read(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span, Scan);
        reader.Read();
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        string? destination = null;
        List<ReadOnlyMemory<byte>>? events = null;

        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Unescape(reader.ValueSpan, reader.ValueIsEscaped);
            reader.Read();
            if (name == "destination")
                destination = reader.TokenType == JsonTokenType.String ? JsonText.Unescape(reader.ValueSpan, reader.ValueIsEscaped) : null;
            if (name == "events")
                events = reader.TokenType == JsonTokenType.StartArray ? Split(ref reader, body) : null;
            reader.Skip();
        }

        // Whatever follows has to be JSON too, or the body was cut and glued.
        while (reader.Read())
            reader.Skip();

        if (!isObject)
            throw new WebhookFormatException(WebhookFormatReason.NotAnObject);
        if (events is null)
            throw new WebhookFormatException(WebhookFormatReason.NoEvents);
        return new WebhookRequest(destination, [.. events.Select(WebhookEvent.Parse)]);
    }

    private static List<ReadOnlyMemory<byte>> Split(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        var events = new List<ReadOnlyMemory<byte>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            events.Add(body[start..(int)reader.BytesConsumed]);
        }
        return events;
    }
}
