using System.Globalization;
using System.Text.Json;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>Actions, by where they stand: labels differ, and so do the kinds allowed.</summary>
internal static class ActionRules
{
    private static readonly string[] Everywhere = ["postback", "message", "uri", "datetimepicker", "clipboard"];

    public static readonly Rule InTemplate = For(Must("label", Is.Graphemes(20)), Everywhere);
    public static readonly Rule InImageCarousel = For(May("label", Is.Graphemes(12)), Everywhere);
    public static readonly Rule InRichMenu = For(May("label", Is.Graphemes(20)), [.. Everywhere, "richmenuswitch"]);
    public static readonly Rule InQuickReply = For(Must("label", Is.Graphemes(20)), [.. Everywhere, "camera", "cameraRoll", "location"]);
    public static readonly Rule OfFlexButton = For(Must("label", Is.Graphemes(40)), Everywhere);
    public static readonly Rule InFlex = For(May("label", Is.Graphemes(40)), Everywhere);

    private static Rule For(Field label, string[] types)
    {
        var type = Must("type", Is.Anything);
        var all = new Dictionary<string, Shape>
        {
            ["postback"] = new(type, label, Must("data", Is.Text(300)), May("displayText", Is.Graphemes(300)), May("text", Is.Graphemes(300)),
                May("inputOption", Is.OneOf("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice")), May("fillInText", Is.Graphemes(300)))
            {
                Whole = Postback,
            },
            ["message"] = new(type, label, Must("text", Is.Graphemes(300))),
            ["uri"] = new(type, label, Must("uri", Is.LinkUrl()), May("altUri", new Shape(Must("desktop", Is.LinkUrl())).Check)),
            ["datetimepicker"] = new(type, label, Must("data", Is.Text(300)), Must("mode", Is.OneOf("date", "time", "datetime")),
                May("initial", Is.Anything), May("max", Is.Anything), May("min", Is.Anything))
            {
                Whole = Picker,
            },
            ["clipboard"] = new(type, label, Must("clipboardText", Is.Text(1000))),
            ["richmenuswitch"] = new(type, label, Must("richMenuAliasId", Is.Text(32)), Must("data", Is.Text(300))),
            ["camera"] = new(type, label),
            ["cameraRoll"] = new(type, label),
            ["location"] = new(type, label),
        };
        return Is.TypedBy(types.ToDictionary(name => name, name => all[name]));
    }

    private static void Postback(JsonElement action, string path, List<RefusalDetail> faults)
    {
        if (action.Text("text") is not null && action.Text("displayText") is not null)
            faults.Add(new("cannot be specified together with displayText", $"{path}.text"));
        if (action.Text("fillInText") is not null && action.Text("inputOption") != "openKeyboard")
            faults.Add(new("can be specified only when inputOption is openKeyboard", $"{path}.fillInText"));
    }

    private static void Picker(JsonElement action, string path, List<RefusalDetail> faults)
    {
        var format = action.Text("mode") switch { "date" => "yyyy-MM-dd", "time" => "HH:mm", _ => "yyyy-MM-ddTHH:mm" };
        foreach (var name in (string[])["initial", "max", "min"])
        {
            if (!action.TryGetProperty(name, out _))
                continue;
            // LINE also writes and takes a small t between day and time.
            var text = action.Text(name)?.Replace('t', 'T');
            if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                || (format.StartsWith('y') && at.Year is < 1900 or > 2100))
                faults.Add(new("invalid datetime", $"{path}.{name}"));
        }
    }
}
