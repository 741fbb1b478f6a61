using System.Text;
using System.Text.Json;

namespace LineBot.Simulator.Platform;

/// <summary>One call to the API, read whole.</summary>
internal sealed class ApiRequest(HttpContext context, byte[] body)
{
    public const int LargestBody = 2 * 1024 * 1024;

    private JsonElement? _json;

    public string Id { get; } = Guid.NewGuid().ToString();

    public string Method => context.Request.Method;

    public string Path => context.Request.Path + context.Request.QueryString;

    public ReadOnlyMemory<byte> Body => body;

    public string ContentType => (context.Request.ContentType ?? "").Split(';')[0].Trim();

    /// <summary>The body as text for the record; a picture is only named.</summary>
    public string BodyText => ContentType.StartsWith("image/", StringComparison.Ordinal) ? $"({ContentType}, {body.Length} bytes)" : Encoding.UTF8.GetString(body);

    public JsonElement Json => _json ??= Parse();

    public string Route(string name) => (string?)context.Request.RouteValues[name] ?? "";

    public string? Header(string name) => context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    public string? Query(string name) => context.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <exception cref="Refusal">The body is larger than LINE takes.</exception>
    public static async Task<byte[]> ReadBodyAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > LargestBody)
                throw new Refusal(413, "Request body size is too large");
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }

    private JsonElement Parse()
    {
        if (ContentType != "application/json")
            throw new Refusal(415, $"The content type, {ContentType}, is not supported");
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Answered below, as for any body that is no object.
        }
        throw new Refusal(400, "The request body could not be parsed as JSON");
    }
}
