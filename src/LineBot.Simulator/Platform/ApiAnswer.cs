using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>What the platform answers to one call: JSON, or a file's bytes.</summary>
internal sealed record ApiAnswer(int Status, JsonNode? Body = null, StoredFile? File = null)
{
    /// <summary>The id of the request that was accepted earlier with the same retry key.</summary>
    public string? AcceptedRequestId { get; init; }

    public static ApiAnswer Ok(JsonNode? body = null) => new(200, body ?? new JsonObject());

    public static ApiAnswer Accepted() => new(202, new JsonObject());
}

/// <summary>An image or another file that the platform keeps.</summary>
public sealed record StoredFile(string ContentType, ReadOnlyMemory<byte> Bytes);
