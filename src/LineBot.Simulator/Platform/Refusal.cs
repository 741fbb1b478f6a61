using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform;

/// <summary>LINE says no: the status and the error body with which it says so.</summary>
internal sealed class Refusal(int status, string message, IReadOnlyList<RefusalDetail>? details = null) : Exception(message)
{
    public int Status { get; } = status;

    public IReadOnlyList<RefusalDetail> Details { get; } = details ?? [];

    /// <summary>The OAuth error of an address that hands out tokens, whose description is then the message; null elsewhere.</summary>
    public string? TokenError { get; private init; }

    public static Refusal NotFound() => new(404, "Not found");

    public static Refusal OfToken(string error, string description) => new(400, description) { TokenError = error };

    public static Refusal Of(IReadOnlyList<RefusalDetail> details) => Of(400, details);

    public static Refusal Of(int status, IReadOnlyList<RefusalDetail> details) =>
        new(status, $"The request body has {details.Count} error(s)", details);

    public ApiAnswer ToAnswer()
    {
        if (TokenError is not null)
            return new ApiAnswer(Status, new JsonObject { ["error"] = TokenError, ["error_description"] = Message });
        var body = new JsonObject { ["message"] = Message };
        if (Details.Count > 0)
            body["details"] = new JsonArray([.. Details.Select(d => new JsonObject { ["message"] = d.Message, ["property"] = d.Property })]);
        return new ApiAnswer(Status, body);
    }
}

/// <param name="Property">Where the fault stands: <c>messages[0].text</c>.</param>
internal sealed record RefusalDetail(string Message, string Property);
