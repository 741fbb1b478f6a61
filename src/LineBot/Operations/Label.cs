namespace LineBot.Operations;

/// <summary>A label of a metric.</summary>
internal static class Label
{
    public static KeyValuePair<string, object?> Of(string name, string value) => new(name, value);
}
