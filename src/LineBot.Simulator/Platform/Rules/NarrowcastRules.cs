using System.Text.Json;
using System.Text.RegularExpressions;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>Whom a narrowcast is for: earlier recipients, audiences, attributes, and how many at most.</summary>
internal static partial class NarrowcastRules
{
    private const int MostLeaves = 10;

    private static readonly string[] Ages = [.. Enumerable.Range(3, 12).Select(fives => $"age_{fives * 5}")];
    private static readonly string[] Periods = ["day_7", "day_30", "day_90", "day_180", "day_365"];
    private static readonly Field Type = Must("type", Is.Anything);

    private static readonly Rule AnyRecipient = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["audience"] = new(Type, Must("audienceGroupId", Is.Number(0, 9_007_199_254_740_991))),
        ["redelivery"] = new(Type, Must("requestId", Is.Text(100))),
        ["operator"] = Operator(RecipientPart),
    });

    private static readonly Rule AnyDemographic = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["gender"] = new(Type, Must("oneOf", Is.List(Is.OneOf("male", "female"), 1, 2))),
        ["age"] = Between(Ages),
        ["appType"] = new(Type, Must("oneOf", Is.List(Is.OneOf("ios", "android"), 1, 2))),
        ["area"] = new(Type, Must("oneOf", Is.List(Is.Like(Area()), 1, 77))),
        ["subscriptionPeriod"] = Between(Periods),
        ["operator"] = Operator(DemographicPart),
    });

    public static readonly Field Recipient = May("recipient", AtMostTen(AnyRecipient));
    public static readonly Field Filter = May("filter", new Shape(Must("demographic", AtMostTen(AnyDemographic))).Check);
    public static readonly Field Limit = May("limit", new Shape(
        May("max", Is.Int(1)), May("upToRemainingQuota", Is.Bool), May("forbidPartialDelivery", Is.Bool)).Check);

    /// <exception cref="Refusal">It forbids to send a part, and does not allow for one.</exception>
    public static void CheckLimit(JsonElement body)
    {
        if (body.TryGetProperty("limit", out var limit) && IsOn(limit, "forbidPartialDelivery") && !IsOn(limit, "upToRemainingQuota"))
            throw new Refusal(400, "The option forbidPartialDelivery must be used with upToRemainingQuota.");
    }

    private static bool IsOn(JsonElement limit, string option) => limit.TryGetProperty(option, out var value) && value.ValueKind == JsonValueKind.True;

    // A part may be an operator again: the rule is looked up when it is used.
    private static void RecipientPart(JsonElement value, string path, List<RefusalDetail> faults) => AnyRecipient(value, path, faults);

    private static void DemographicPart(JsonElement value, string path, List<RefusalDetail> faults) => AnyDemographic(value, path, faults);

    private static Shape Operator(Rule part) =>
        new(Type, May("and", Is.List(part, 1, int.MaxValue)), May("or", Is.List(part, 1, int.MaxValue)), May("not", part))
        {
            Whole = (value, path, faults) =>
            {
                if (((string[])["and", "or", "not"]).Count(way => value.TryGetProperty(way, out _)) != 1)
                    faults.Add(new("exactly one of and, or, not must be specified", path));
            },
        };

    private static Shape Between(string[] steps) => new(Type, May("gte", Is.OneOf(steps)), May("lt", Is.OneOf(steps)))
    {
        Whole = (value, path, faults) =>
        {
            var (from, to) = (Array.IndexOf(steps, value.Text("gte")), Array.IndexOf(steps, value.Text("lt")));
            if (from < 0 && to < 0)
                faults.Add(new("either gte or lt must be specified", path));
            else if (from >= 0 && to >= 0 && from >= to)
                faults.Add(new("gte must be less than lt", path));
        },
    };

    private static Rule AtMostTen(Rule rule) => (value, path, faults) =>
    {
        rule(value, path, faults);
        if (Leaves(value) > MostLeaves)
            faults.Add(new($"Size must be between 1 and {MostLeaves}", path));
    };

    private static int Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Sum(Leaves),
        JsonValueKind.Object when value.Text("type") == "operator" => value.EnumerateObject().Sum(property => Leaves(property.Value)),
        JsonValueKind.Object => 1,
        _ => 0,
    };

    [GeneratedRegex("^(jp_(0[1-9]|[123][0-9]|4[0-7])|tw_(0[1-9]|1[0-9]|2[0-2])|th_0[1-8])$")]
    private static partial Regex Area();
}
