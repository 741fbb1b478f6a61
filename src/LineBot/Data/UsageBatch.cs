using System.Text.Json;

namespace LineBot.Data;

/// <summary>The JSON of usage reports: one object a report, alone on a line of a file or among others in a request.</summary>
public static class UsageBatch
{
    private static readonly string[] Names = ["subscription", "day", "sequence", "usedKb", "revision"];

    /// <summary>The reports of a request, <c>{"reports":[…]}</c>, or null where it is not of that form.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyList<UsageRow>? Read(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        if (json.RootElement.ValueKind != JsonValueKind.Object
            || !json.RootElement.TryGetProperty("reports", out var reports) || reports.ValueKind != JsonValueKind.Array)
        {
            return null;
        }
        return [.. reports.EnumerateArray().Select(Row)];
    }

    /// <summary>One report. What is missing, or neither text nor number, is null in it.</summary>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    public static UsageRow ReadLine(string line)
    {
        using var json = JsonDocument.Parse(line);
        return Row(json.RootElement);
    }

    private static UsageRow Row(JsonElement report)
    {
        var values = Names.Select(name => Value(report, name)).ToArray();
        return new UsageRow(values[0], values[1], values[2], values[3], values[4]);
    }

    private static string? Value(JsonElement report, string name)
    {
        if (report.ValueKind != JsonValueKind.Object || !report.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null => null,
            _ => "?",
        };
    }
}
