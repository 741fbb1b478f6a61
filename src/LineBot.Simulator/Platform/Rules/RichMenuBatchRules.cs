using System.Text.Json;
using System.Text.RegularExpressions;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

internal static partial class RichMenuBatchRules
{
    private static readonly Field Type = Must("type", Is.Anything);
    private static readonly Field From = Must("from", Is.Text(100));

    private static readonly Rule Operation = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["link"] = new(Type, From, Must("to", Is.Text(100))),
        ["unlink"] = new(Type, From),
        ["unlinkAll"] = new(Type),
    });

    public static readonly Shape Batch = new(Must("operations", Is.List(Operation, 1, 1000)), May("resumeRequestKey", Is.Like(ResumeKey())))
    {
        Whole = Operations,
    };

    private static void Operations(JsonElement batch, string path, List<RefusalDetail> faults)
    {
        var operations = batch.GetProperty("operations").EnumerateArray().ToList();
        var from = operations.Select(operation => operation.Text("from")).OfType<string>().ToList();
        if (from.Distinct().Count() < from.Count)
            faults.Add(new("the same richMenuId is specified more than once", "operations"));
        if (operations.Count > 1 && operations.Exists(operation => operation.Text("type") == "unlinkAll"))
            faults.Add(new("unlinkAll cannot be combined with other operations", "operations"));
    }

    [GeneratedRegex("^[0-9A-Za-z_-]{1,100}$")]
    private static partial Regex ResumeKey();
}
