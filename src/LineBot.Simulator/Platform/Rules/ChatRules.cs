using System.Text.Json;
using System.Text.RegularExpressions;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>The bodies of the small calls: loading dots, read marks, the webhook's address.</summary>
internal static partial class ChatRules
{
    public static readonly Shape Loading = new(Must("chatId", UserId), May("loadingSeconds", Seconds));
    public static readonly Shape MarkAsRead = new(Must("markAsReadToken", Is.Text(1000)));
    public static readonly Shape MarkChatAsRead = new(Must("chat", new Shape(Must("userId", UserId)).Check));
    public static readonly Shape WebhookEndpoint = new(Must("endpoint", Is.Text(int.MaxValue)));
    public static readonly Shape WebhookTest = new(May("endpoint", Is.Text(int.MaxValue)));

    /// <exception cref="Refusal">Webhooks cannot go there.</exception>
    public static Uri WebhookUrl(JsonElement body)
    {
        List<RefusalDetail> faults = [];
        Is.FileUrl(500)(body.GetProperty("endpoint"), "endpoint", faults);
        return faults.Count == 0 ? new Uri(body.Text("endpoint")!) : throw new Refusal(400, "Invalid webhook endpoint URL");
    }

    private static void Seconds(JsonElement value, string path, List<RefusalDetail> faults)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var seconds))
        {
            faults.Add(new("must be an integer", path));
            return;
        }
        if (seconds is < 5 or > 60)
            faults.Add(new("Must be between 5 and 60", path));
        if (seconds % 5 != 0)
            faults.Add(new("must be a multiple of five", path));
    }

    private static void UserId(JsonElement value, string path, List<RefusalDetail> faults)
    {
        if (value.ValueKind != JsonValueKind.String || !User().IsMatch(value.GetString()!))
            faults.Add(new("Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.", path));
    }

    [GeneratedRegex("^U[0-9a-f]{32}$")]
    private static partial Regex User();
}
