using System.Text.Json;
using System.Text.RegularExpressions;

namespace LineBot.Simulator.Phones.Screens;

/// <summary>The picker of a datetimepicker action as HTML's own input knows it. LINE and HTML write dates and times alike.</summary>
public sealed partial record DatePick(string InputType, string? Initial, string? Min, string? Max)
{
    public static DatePick Of(JsonElement action) => new(
        action.Text("mode") switch { "date" => "date", "time" => "time", _ => "datetime-local" },
        Written(action.Text("initial")), Written(action.Text("min")), Written(action.Text("max")));

    /// <summary>Whether a browser may have sent <paramref name="value"/> from the input of <paramref name="action"/>.</summary>
    public static bool IsPick(JsonElement action, string value) => action.Text("mode") switch
    {
        "date" => Date().IsMatch(value),
        "time" => Time().IsMatch(value),
        _ => DateAndTime().IsMatch(value),
    };

    /// <summary>Some bots write <c>2026-11-30t09:30</c>; the input takes a capital T alone.</summary>
    private static string? Written(string? value) => value?.Replace('t', 'T');

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d{2}:\d{2}$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$")]
    private static partial Regex DateAndTime();
}
