using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>What the platform answers to one call: JSON, a file's bytes, or nothing but the status.</summary>
internal sealed record ApiAnswer(int Status, JsonNode? Body = null, StoredFile? File = null)
{
    /// <summary>The id of the request that was accepted earlier with the same retry key.</summary>
    public string? AcceptedRequestId { get; init; }

    public static ApiAnswer Ok(JsonNode? body = null) => new(200, body ?? new JsonObject());

    public static ApiAnswer Empty() => new(200);

    public static ApiAnswer Accepted() => new(202, new JsonObject());

    /// <summary>For the record: a file is only named.</summary>
    public override string ToString() => Body is not null ? PlatformJson.Write(Body) : File is not null ? $"({File.ContentType}, {File.Bytes.Length} bytes)" : "";
}

/// <summary>An image or another file that the platform keeps.</summary>
public sealed record StoredFile(string ContentType, ReadOnlyMemory<byte> Bytes);
