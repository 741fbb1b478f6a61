using System.Text.Json;
using System.Web;
using Line.Messaging.Tests.Client;

namespace Line.Messaging.Tests.OpenApi;

/// <summary>Holds a request against the paths that LINE publishes: host, method, path, query, headers and body.</summary>
public static class RequestCheck
{
    public static IReadOnlyList<string> FaultsOf(SentRequest request, LineOpenApi api)
    {
        if (Find(request, api) is not { } found)
            return [$"no such call: {request.Method} {request.Address.AbsolutePath}"];
        var (operation, path, faults) = (found.Operation, found.Path, new List<string>());
        CheckHost(request, operation, api, faults);
        CheckParameters(request, operation, path, faults);
        CheckBody(request, operation, api, faults);
        return faults;
    }

    private static (JsonElement Operation, JsonElement Path)? Find(SentRequest request, LineOpenApi api)
    {
        var parts = request.Address.AbsolutePath.Split('/');
        // A path without a variable wins over one with: richmenu/list over richmenu/{richMenuId}.
        var paths = api.Root.GetProperty("paths").EnumerateObject()
            .OrderBy(path => path.Name.Count(c => c == '{'))
            .Where(path => Fits(path.Name.Split('/'), parts));
        foreach (var path in paths)
        {
            if (path.Value.TryGetProperty(request.Method.Method.ToLowerInvariant(), out var operation))
                return (operation, path.Value);
        }
        return null;
    }

    private static bool Fits(string[] template, string[] parts) =>
        template.Length == parts.Length
        && template.Zip(parts).All(pair => pair.First.StartsWith('{') ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static void CheckHost(SentRequest request, JsonElement operation, LineOpenApi api, List<string> faults)
    {
        var servers = operation.TryGetProperty("servers", out var own) ? own : api.Root.GetProperty("servers");
        var host = new Uri(servers[0].GetProperty("url").GetString()!).Host;
        if (request.Address.Host != host)
            faults.Add($"{host} expected, {request.Address.Host} found");
    }

    private static void CheckParameters(SentRequest request, JsonElement operation, JsonElement path, List<string> faults)
    {
        var known = ParametersOf(operation).Concat(ParametersOf(path)).ToList();
        var query = HttpUtility.ParseQueryString(request.Address.Query);
        foreach (var name in query.AllKeys.Where(name => !known.Contains(("query", name!, false)) && !known.Contains(("query", name!, true))))
            faults.Add($"unknown query parameter '{name}'");
        foreach (var (place, name, _) in known.Where(parameter => parameter.Required))
        {
            if (place == "query" && string.IsNullOrEmpty(query[name]))
                faults.Add($"query parameter '{name}' is required");
        }
        if (request.Header("X-Line-Retry-Key") is { } key)
        {
            if (!known.Contains(("header", "X-Line-Retry-Key", false)))
                faults.Add("this call takes no retry key");
            if (!Guid.TryParseExact(key, "D", out _))
                faults.Add("the retry key is no UUID");
        }
    }

    private static List<(string Place, string Name, bool Required)> ParametersOf(JsonElement element) =>
        element.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(parameter => (
                parameter.GetProperty("in").GetString()!,
                parameter.GetProperty("name").GetString()!,
                parameter.TryGetProperty("required", out var required) && required.GetBoolean()))]
            : [];

    private static void CheckBody(SentRequest request, JsonElement operation, LineOpenApi api, List<string> faults)
    {
        var mediaType = request.Header("Content-Type")?.Split(';')[0];
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            if (request.Body is { Length: > 0 })
                faults.Add("this call takes no body");
            return;
        }
        var contents = body.GetProperty("content");
        if (mediaType is null || !(contents.TryGetProperty(mediaType, out var content) || contents.TryGetProperty("*/*", out content)))
        {
            faults.Add($"content type '{mediaType}' is not taken");
            return;
        }
        var check = new SchemaCheck(api);
        if (mediaType == "application/json")
            check.Check(JsonDocument.Parse(request.Body).RootElement, content.GetProperty("schema"), "body");
        if (mediaType == "application/x-www-form-urlencoded")
            check.Check(FormOf(request), content.GetProperty("schema"), "form");
        faults.AddRange(check.Faults);
    }

    private static JsonElement FormOf(SentRequest request)
    {
        var form = HttpUtility.ParseQueryString(request.Text);
        var pairs = form.AllKeys.Select(name => $"\"{JsonEncodedText.Encode(name!)}\":\"{JsonEncodedText.Encode(form[name]!)}\"");
        return JsonDocument.Parse($"{{{string.Join(',', pairs)}}}").RootElement;
    }
}
