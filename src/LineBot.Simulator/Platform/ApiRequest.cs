using System.Collections.Specialized;
using System.Text;
using System.Text.Json;
using System.Web;

namespace LineBot.Simulator.Platform;

/// <summary>One call to the API, read whole.</summary>
internal sealed class ApiRequest(HttpContext context, byte[] body)
{
    public const int LargestBody = 2 * 1024 * 1024;

    // A property that is there twice would be read differently by each reader.
    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false };

    private JsonElement? _json;

    public string Id { get; } = Guid.NewGuid().ToString();

    public string Method => context.Request.Method;

    public string Path => context.Request.Path + context.Request.QueryString;

    public ReadOnlyMemory<byte> Body => body;

    public string ContentType => (context.Request.ContentType ?? "").Split(';')[0].Trim();

    /// <summary>The body as text for the record; a picture is only named.</summary>
    public string BodyText => ContentType.StartsWith("image/", StringComparison.Ordinal) ? $"({ContentType}, {body.Length} bytes)" : Encoding.UTF8.GetString(body);

    public JsonElement Json => _json ??= Parse();

    /// <summary>The fields of a form, as the addresses take them that hand out tokens.</summary>
    /// <exception cref="Refusal">It is no form.</exception>
    public NameValueCollection Form => ContentType == "application/x-www-form-urlencoded"
        ? HttpUtility.ParseQueryString(Encoding.UTF8.GetString(body))
        : throw Refusal.OfToken("invalid_request", "the content type must be application/x-www-form-urlencoded");

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
            using var document = JsonDocument.Parse(body, Strictly);
            ReadTexts(document.RootElement);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw NoJson($"{e.LineNumber + 1}", $"{e.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            // Some text in it cannot be read; which one is not told.
        }
        throw NoJson("-", "-");
    }

    private static Refusal NoJson(string line, string column) =>
        new(400, $"The request body could not be parsed as JSON (line: {line}, column: {column})");

    /// <summary>Reads every text once, so that broken ones (bytes that are no UTF-8, half a surrogate pair) are found here.</summary>
    /// <exception cref="InvalidOperationException">One cannot be read.</exception>
    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    ReadTexts(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadTexts(property.Value);
                }
                break;
        }
    }
}
