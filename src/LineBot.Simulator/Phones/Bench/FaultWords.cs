using LineBot.Language;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Phones.Bench;

/// <summary>What faults are called on the bench.</summary>
internal static class FaultWords
{
    /// <summary>The calls that a fault can be confined to, by the part of the path that they name.</summary>
    public static readonly IReadOnlyList<(string Path, string Japanese, string English)> Calls =
    [
        ("", "すべてのAPI", "every call"),
        ("/message/reply", "応答（reply）", "reply"),
        ("/message/push", "プッシュ（push）", "push"),
        ("/linkToken", "連携トークン", "link token"),
        ("/richmenu", "リッチメニュー", "rich menus"),
        ("/profile", "プロフィール", "profile"),
    ];

    public static string Of(ApiFault fault, Tongue tongue) => fault switch
    {
        ApiFault.FailBefore => tongue.Say("500（実行前）", "500, nothing done"),
        ApiFault.FailAfter => tongue.Say("500（実行後）", "500, yet done"),
        ApiFault.ResetBefore => tongue.Say("切断（実行前）", "connection lost, nothing done"),
        ApiFault.ResetAfter => tongue.Say("切断（実行後）", "connection lost, yet done"),
        ApiFault.Delay => tongue.Say("応答が3秒遅れる", "answer 3 s late"),
        ApiFault.TooMany => tongue.Say("429（レート制限）", "429, rate limit"),
        ApiFault.LateToken => tongue.Say("応答トークンの期限切れ", "reply token late"),
        _ => fault.ToString(),
    };

    public static string Of(WebhookFault fault, Tongue tongue) => fault switch
    {
        WebhookFault.Duplicate => tongue.Say("Webhookが2回届く", "webhook twice"),
        WebhookFault.Reorder => tongue.Say("Webhookの順番が入れ替わる", "webhook out of order"),
        WebhookFault.Late => tongue.Say("Webhookが3秒遅れる", "webhook 3 s late"),
        WebhookFault.Together => tongue.Say("次のイベントと1つのWebhookで届く", "two events in one webhook"),
        WebhookFault.Lose => tongue.Say("Webhookが届かない", "webhook lost"),
        _ => fault.ToString(),
    };

    public static string Of(WaitingFault waiting, Tongue tongue)
    {
        var what = waiting.Api is { } api ? Of(api, tongue) : Of(waiting.Webhook!.Value, tongue);
        var (_, japanese, english) = Calls.FirstOrDefault(call => call.Path.Length > 0 && waiting.Path.EndsWith(call.Path, StringComparison.Ordinal));
        var where = japanese is null ? "" : $" · {tongue.Say(japanese, english)}";
        return $"{what}{where} · {(waiting.Left == int.MaxValue ? tongue.Say("毎回", "always") : tongue.Say($"あと{waiting.Left}回", $"{waiting.Left} more"))}";
    }
}
