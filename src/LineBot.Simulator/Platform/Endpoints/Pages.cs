using System.Text.Json.Nodes;

namespace LineBot.Simulator.Platform.Endpoints;

/// <summary>Long lists come in pages, each with the token for the next.</summary>
internal static class Pages
{
    /// <exception cref="Refusal">It asks for fewer than one or for more than a page holds, or goes on from nowhere.</exception>
    public static (IReadOnlyList<string> Page, string? Next) Of(IReadOnlyList<string> all, ApiRequest request, int usual, int most)
    {
        var limit = Number(request, "limit", usual);
        if (limit < 1 || limit > most)
            throw Invalid("limit");
        var start = Number(request, "start", 0);
        return ([.. all.Skip(start).Take(limit)], start + limit < all.Count ? $"{start + limit}" : null);
    }

    public static JsonObject Linked(JsonObject page, string? next)
    {
        if (next is not null)
            page["next"] = next;
        return page;
    }

    private static int Number(ApiRequest request, string parameter, int otherwise) => request.Query(parameter) switch
    {
        null => otherwise,
        var text when int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => throw Invalid(parameter),
    };

    private static Refusal Invalid(string parameter) => new(400, $"The value for the '{parameter}' parameter is invalid");
}
