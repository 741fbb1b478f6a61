using System.Text.Json;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>What every answer of LINE has in common: the IDs in its headers, the JSON, the error body.</summary>
internal static class LineAnswer
{
    public static string? RequestIdOf(HttpResponseMessage response) => HeaderOf(response, "X-Line-Request-Id");

    public static string? AcceptedRequestIdOf(HttpResponseMessage response) => HeaderOf(response, "X-Line-Accepted-Request-Id");

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, LineRequest request, CancellationToken cancel)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancel);
        try
        {
            return JsonSerializer.Deserialize(body, LineJson.Of<T>()) ?? throw new JsonException("Expected an object.");
        }
        // Not the inner exception's text: it may quote what stands in the answer.
        catch (JsonException)
        {
            throw new LineApiException(request.Operation, response.StatusCode, "The answer is not as LINE documents it.")
            {
                RequestId = RequestIdOf(response),
            };
        }
    }

    public static async Task<LineApiException> FailureAsync(
        HttpResponseMessage response, LineRequest request, TimeProvider time, CancellationToken cancel)
    {
        var (message, details) = ReadError(await response.Content.ReadAsByteArrayAsync(cancel));
        return new LineApiException(request.Operation, response.StatusCode, message)
        {
            Details = details,
            RequestId = RequestIdOf(response),
            AcceptedRequestId = AcceptedRequestIdOf(response),
            RetryAfter = RetryAfterOf(response, time),
        };
    }

    /// <summary>What was sent, of an answer that says it was accepted. Unreadable is none: the messages are on their way all the same.</summary>
    public static IReadOnlyList<SentMessage> ReadSentMessages(byte[] body)
    {
        if (body.Length == 0)
            return [];
        try
        {
            using var document = JsonDocument.Parse(body);
            return new JsonFields(document.RootElement).List("sentMessages", ReadSentMessage);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static SentMessage ReadSentMessage(JsonElement element)
    {
        var sent = new JsonFields(element);
        return new SentMessage(sent.TextOrDigits("id"), sent.TextOrNull("quoteToken"));
    }

    private static (string? Message, IReadOnlyList<LineErrorDetail> Details) ReadError(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = new JsonFields(document.RootElement);
            // The token endpoints answer as OAuth does.
            var message = error.TextOrNull("message") ?? error.TextOrNull("error_description") ?? error.TextOrNull("error");
            return (message, error.List("details", ReadDetail));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, []);
        }
    }

    private static LineErrorDetail ReadDetail(JsonElement element)
    {
        var detail = new JsonFields(element);
        return new LineErrorDetail(
            detail.TextOrNull("message") is { } message ? LineApiException.Masked(message) : null,
            detail.TextOrNull("property") is { } property ? LineApiException.Masked(property) : null);
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, TimeProvider time)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
