using System.Text.Json;
using System.Text.RegularExpressions;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

internal static partial class RichMenuBatchRules
{
    private static readonly Field Type = Must("type", Is.Anything);
    private static readonly Field From = Must("from", RichMenuRules.MenuId);

    private static readonly Rule Operation = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["link"] = new(Type, From, Must("to", RichMenuRules.MenuId)),
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
        if (from.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            faults.Add(new($"from richmenu ({twice.Key}) is duplicated", "operations[].from"));
        if (operations.Count > 1 && operations.Exists(operation => operation.Text("type") == "unlinkAll"))
            faults.Add(new("'unlinkAll' type can't be combined with other type", "operations[].type"));
    }

    [GeneratedRegex("^[0-9A-Za-z_-]{1,100}$")]
    private static partial Regex ResumeKey();
}
