using System.Text.Json;
using System.Text.RegularExpressions;
using LineBot.Simulator.Platform;

namespace LineBot.Tests.Simulator.Conformity;

/// <summary>One method of one address of LINE's, as its documents have it.</summary>
internal sealed class ApiOperation
{
    private readonly JsonElement _operation;
    private readonly JsonSchema _schema;
    private readonly Regex _address;

    private ApiOperation(string method, string path, JsonElement operation, JsonSchema schema)
    {
        (Method, Path, _operation, _schema) = (method.ToUpperInvariant(), path, operation, schema);
        _address = new Regex($"^{Regex.Replace(Regex.Escape(path), @"\\\{\w+}", "[^/]+")}$");
        Variables = path.Count(letter => letter == '{');
    }

    public string Method { get; }

    public string Path { get; }

    /// <summary>The address with the fewest is meant where a call fits several.</summary>
    public int Variables { get; }

    public static IEnumerable<ApiOperation> Of((JsonElement Document, JsonSchema Schema) api) =>
        from path in api.Document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Value.ValueKind == JsonValueKind.Object
        select new ApiOperation(method.Name, path.Name, method.Value, api.Schema);

    public bool IsOf(ApiCall call) => call.Method == Method && _address.IsMatch(call.Path.Split('?')[0]);

    /// <summary>What is wrong with an answer that grants what was asked, or with what was asked and granted.</summary>
    public IEnumerable<string> FaultsOf(ApiCall call)
    {
        if (!_operation.GetProperty("responses").TryGetProperty($"{call.Status}", out var response))
            return [$"LINE does not answer {call.Status} here"];
        return [.. OfBody("request", _operation.TryGetProperty("requestBody", out var request) ? request : default, call.Body), .. OfBody("answer", response, call.Answer)];
    }

    private IEnumerable<string> OfBody(string what, JsonElement body, string text)
    {
        // Forms and files have no schema that could be held against text; an answer without a schema is empty or an empty object.
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("content", out var content))
            return what == "request" || text is "" or "{}" ? [] : [$"the {what} is to be empty"];
        if (!content.TryGetProperty("application/json", out var json) || (text.Length == 0 && what == "request"))
            return [];
        return _schema.FaultsOf(JsonSerializer.Deserialize<JsonElement>(text), json.GetProperty("schema"), what);
    }
}
