using System.Text.RegularExpressions;

namespace Line.Messaging;

/// <summary>
/// What LINE documents that it takes of rich menus, checked before sending. See https://developers.line.biz/en/reference/messaging-api/#rich-menu-object.
/// </summary>
public static partial class RichMenuLimits
{
    /// <summary>All that LINE would refuse, and areas that leave the picture; empty when there is nothing.</summary>
    public static IReadOnlyList<LimitViolation> Check(RichMenu menu)
    {
        ArgumentNullException.ThrowIfNull(menu);
        var found = new List<LimitViolation>();
        var spot = new Spot(found, "richMenu");
        spot.Graphemes("name", menu.Name, 1, 300);
        spot.Graphemes("chatBarText", menu.ChatBarText, 1, 14);
        if (!spot.At("size").Exists(menu.Size) | !spot.At("areas").Exists(menu.Areas))
            return found;

        CheckSize(spot.At("size"), menu.Size);
        spot.At("areas").Count(menu.Areas.Count, 0, 20, "areas");
        for (var i = 0; i < menu.Areas.Count; i++)
            CheckArea(spot.At("areas", i), menu.Areas[i], menu.Size);
        return found;
    }

    /// <summary>All that LINE would refuse of a batch; empty when there is nothing.</summary>
    public static IReadOnlyList<LimitViolation> Check(RichMenuBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var found = new List<LimitViolation>();
        var spot = new Spot(found, "batch");
        if (batch.ResumeRequestKey is { } key && !ResumeKey().IsMatch(key))
            spot.At("resumeRequestKey").Fail("1 to 100 of A-Z a-z 0-9 _ -", $"{key.Length} characters");
        if (!spot.At("operations").Exists(batch.Operations))
            return found;

        spot.At("operations").Count(batch.Operations.Count, 1, 1000, "operations");
        if (batch.Operations.Count > 1 && batch.Operations.Any(operation => operation is RichMenuBatchUnlinkAll))
            spot.At("operations").Fail("unlinkAll alone", $"{batch.Operations.Count} operations");
        var froms = batch.Operations.Select(FromOf).Where(from => from is not null).ToList();
        if (froms.Distinct().Count() != froms.Count)
            spot.At("operations").Fail("each menu in one 'from'", "one in several");
        return found;
    }

    private static string? FromOf(RichMenuBatchOperation operation) => operation switch
    {
        RichMenuBatchLink link => link.From,
        RichMenuBatchUnlink unlink => unlink.From,
        _ => null,
    };

    private static void CheckSize(Spot spot, RichMenuSize size)
    {
        spot.Range("width", size.Width, 800, 2500);
        spot.Range("height", size.Height, 250, int.MaxValue);
        if (size.Height > 0 && size.Width < 1.45 * size.Height)
            spot.Fail("a width of at least 1.45 times the height", $"{size.Width}x{size.Height}");
    }

    private static void CheckArea(Spot spot, RichMenuArea? area, RichMenuSize size)
    {
        if (!spot.Exists(area))
            return;
        spot.At("action").Action(area!.Action, ActionPlace.RichMenu);
        if (!spot.At("bounds").Exists(area.Bounds))
            return;
        var (x, y, width, height) = area.Bounds;
        if (x < 0 || y < 0 || width < 1 || height < 1 || (long)x + width > size.Width || (long)y + height > size.Height)
            spot.At("bounds").Fail($"inside {size.Width}x{size.Height}", $"{width}x{height} at {x},{y}");
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,100}\\z")]
    private static partial Regex ResumeKey();
}
