using System.Text.RegularExpressions;
using static LineBot.Simulator.Platform.Rules.Field;

namespace LineBot.Simulator.Platform.Rules;

/// <summary>The bodies of the small calls: loading dots, read marks, the webhook's address.</summary>
internal static partial class ChatRules
{
    private static readonly Rule Url = Is.FileUrl(500);

    public static readonly Shape Loading = new(Must("chatId", Is.Like(User())), May("loadingSeconds", Seconds));
    public static readonly Shape MarkAsRead = new(Must("markAsReadToken", Is.Text(1000)));
    public static readonly Shape WebhookEndpoint = new(Must("endpoint", Url));
    public static readonly Shape WebhookTest = new(May("endpoint", Url));

    private static void Seconds(System.Text.Json.JsonElement value, string path, List<RefusalDetail> faults)
    {
        var before = faults.Count;
        Is.Int(5, 60)(value, path, faults);
        if (faults.Count == before && value.GetInt32() % 5 != 0)
            faults.Add(new("must be a multiple of 5", path));
    }

    [GeneratedRegex("^U[0-9a-f]{32}$")]
    private static partial Regex User();
}
