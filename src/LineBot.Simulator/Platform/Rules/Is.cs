using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>The rules that single values follow.</summary>
internal static class Is
{
    public static readonly Rule Anything = (_, _, _) => { };

    public static readonly Rule Bool = (value, path, faults) =>
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            faults.Add(new("must be a boolean", path));
    };

    /// <summary>Text counted in UTF-16 units, as LINE counts where it says nothing else.</summary>
    public static Rule Text(int most) => Text(most, text => text.Length);

    /// <summary>Text counted in grapheme clusters: what a reader sees as one character is one.</summary>
    public static Rule Graphemes(int most) => Text(most, text => new StringInfo(text).LengthInTextElements);

    public static Rule Int(int least, int most = int.MaxValue) => (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
            faults.Add(new("must be an integer", path));
        else if (number < least)
            faults.Add(new($"must be greater than or equal to {least}", path));
        else if (number > most)
            faults.Add(new($"must be less than or equal to {most}", path));
    };

    public static Rule Number(double least, double most) => (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.Number || value.GetDouble() < least || value.GetDouble() > most)
            faults.Add(new($"must be a number between {least} and {most}", path));
    };

    public static Rule OneOf(params string[] words) => (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.String || !words.Contains(value.GetString()))
            faults.Add(new($"must be one of [{string.Join(", ", words)}]", path));
    };

    public static Rule Like(Regex pattern) => (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.String || !pattern.IsMatch(value.GetString()!))
            faults.Add(new("invalid property", path));
    };

    public static Rule List(Rule item, int least, int most) => (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new("must be an array", path));
            return;
        }
        if (value.GetArrayLength() < least || value.GetArrayLength() > most)
            faults.Add(new($"Size must be between {least} and {most}", path));
        var index = 0;
        foreach (var element in value.EnumerateArray())
            item(element, $"{path}[{index++}]", faults);
    };

    /// <summary>An object whose <c>type</c> says which shape it has.</summary>
    public static Rule TypedBy(IReadOnlyDictionary<string, Shape> shapes) => (value, path, faults) =>
    {
        if (value.ValueKind == JsonValueKind.Object && value.Text("type") is { } type && shapes.TryGetValue(type, out var shape))
            shape.Check(value, path, faults);
        else
            faults.Add(new($"Must be one of the following values: [{string.Join(", ", shapes.Keys)}]", $"{path}.type"));
    };

    /// <summary>An address that LINE loads itself. The simulator also takes plain http on this machine.</summary>
    public static Rule FileUrl(int most = 2000) => Url(most, uri => uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));

    /// <summary>An address that the LINE app opens.</summary>
    public static Rule LinkUrl(int most = 1000) => Url(most, uri => uri.Scheme is "http" or "https" or "line" or "tel");

    private static Rule Url(int most, Func<Uri, bool> isAllowed) => (value, path, faults) =>
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (text.Length > most)
            faults.Add(new($"Length must be between 0 and {most}", path));
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !isAllowed(uri) || text.Any(c => c is < '!' or > '~'))
            faults.Add(new("invalid uri scheme", path));
    };

    private static Rule Text(int most, Func<string, int> length) => (value, path, faults) =>
    {
        if (value.ValueKind != JsonValueKind.String)
            faults.Add(new("must be a string", path));
        else if (value.GetString()!.Length == 0)
            faults.Add(new("May not be empty", path));
        else if (length(value.GetString()!) > most)
            faults.Add(new($"Length must be between 0 and {most}", path));
    };
}
