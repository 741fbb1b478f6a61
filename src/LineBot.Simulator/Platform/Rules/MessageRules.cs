using System.Text.RegularExpressions;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>Message objects of every type.</summary>
internal static partial class MessageRules
{
    private static readonly Field Type = Must("type", Is.Anything);

    private static readonly Rule QuickReply = new Shape(Must("items", Is.List(
        new Shape(Must("type", Is.OneOf("action")), May("imageUrl", Is.FileUrl()), Must("action", ActionRules.InQuickReply)).Check, 1, 13))).Check;

    private static readonly Rule Sender = new Shape(May("name", Is.Like(NameOfOthers())), May("iconUrl", Is.FileUrl())).Check;

    private static readonly Rule Emoji = new Shape(
        Must("index", Is.Int(0)), Must("productId", Is.Text(100)), Must("emojiId", Is.Text(100))).Check;

    private static readonly Rule Mentionee = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["user"] = new(Type, Must("userId", Is.Text(33))),
        ["all"] = new(Type),
    });

    private static readonly Rule Substitute = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["mention"] = new(Type, Must("mentionee", Mentionee)),
        ["emoji"] = new(Type, Must("productId", Is.Text(100)), Must("emojiId", Is.Text(100))),
    });

    public static readonly Rule Message = Is.TypedBy(new Dictionary<string, Shape>
    {
        ["text"] = Of(Must("text", Is.Text(5000)), May("emojis", Is.List(Emoji, 0, 20)), May("quoteToken", Is.Text(1000))),
        ["textV2"] = Of(Must("text", Is.Text(5000)), May("substitution", Substitution), May("quoteToken", Is.Text(1000))),
        ["sticker"] = Of(Must("packageId", Is.Text(20)), Must("stickerId", Is.Text(20)), May("quoteToken", Is.Text(1000))),
        ["image"] = Of(Must("originalContentUrl", Is.FileUrl()), Must("previewImageUrl", Is.FileUrl())),
        ["video"] = Of(Must("originalContentUrl", Is.FileUrl()), Must("previewImageUrl", Is.FileUrl()), May("trackingId", Is.Text(100))),
        ["audio"] = Of(Must("originalContentUrl", Is.FileUrl()), Must("duration", Is.Int(1))),
        ["location"] = Of(Must("title", Is.Text(100)), Must("address", Is.Text(100)), Must("latitude", Is.Number(-90, 90)), Must("longitude", Is.Number(-180, 180))),
        ["imagemap"] = ImagemapRules.Shape(Common),
        ["template"] = Of(Must("altText", Is.Text(1500)), Must("template", TemplateRules.Template)),
        ["flex"] = Of(Must("altText", Is.Text(1500)), Must("contents", FlexRules.Container)),
        ["coupon"] = Of(Must("couponId", Is.Text(100)), May("deliveryTag", Is.Text(30))),
    });

    private static Field[] Common => [Type, May("quickReply", QuickReply), May("sender", Sender)];

    private static Shape Of(params Field[] fields) => new([.. Common, .. fields]);

    private static void Substitution(System.Text.Json.JsonElement value, string path, List<RefusalDetail> faults)
    {
        if (value.ValueKind != System.Text.Json.JsonValueKind.Object)
        {
            faults.Add(new("must be an object", path));
            return;
        }
        foreach (var property in value.EnumerateObject())
        {
            if (!Key().IsMatch(property.Name))
                faults.Add(new("invalid property", $"{path}.{property.Name}"));
            Substitute(property.Value, $"{path}.{property.Name}", faults);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_]{1,20}$")]
    private static partial Regex Key();

    // Nobody may pose as LINE itself.
    [GeneratedRegex("^(?!.*LINE).{1,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfOthers();
}
