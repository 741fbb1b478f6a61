using System.Globalization;
using LineBot.Simulator.Phones.Screens;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Phones.Bench;

/// <summary>Carries out what a hand does to LINE itself: faults, the console's switches, the month's quota, the Verify button.</summary>
internal sealed class LineHand(LinePlatform platform, BenchNote note)
{
    /// <returns>False for a gesture that is not LINE's.</returns>
    public async Task<bool> DoAsync(Gesture gesture)
    {
        switch (gesture.Do)
        {
            case "fault" when gesture.Value?.Split('|') is [var fault, var path, var times] && Enum.TryParse<ApiFault>(fault, out var api):
                platform.Faults.Add(api, path: path, times: Times(times));
                break;
            case "webhook-fault" when gesture.Value?.Split('|') is [var fault, var times] && Enum.TryParse<WebhookFault>(fault, out var webhook):
                platform.Faults.Add(webhook, times: Times(times));
                break;
            case "clear-faults":
                platform.Faults.Clear();
                break;
            case "no-network":
                platform.Faults.NoNetwork = !platform.Faults.NoNetwork;
                break;
            case "use-webhook":
                platform.Webhooks.IsActive = !platform.Webhooks.IsActive;
                break;
            case "redeliver":
                platform.Webhooks.Redeliver = !platform.Webhooks.Redeliver;
                break;
            case "standby":
                platform.IsStandby = !platform.IsStandby;
                break;
            case "chat":
                platform.HasChat = !platform.HasChat;
                break;
            case "quota":
                platform.MonthlyQuota = int.TryParse(gesture.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var left) ? platform.MonthlyUsage + left : null;
                break;
            case "verify" when platform.Webhooks.Url is { } url:
                await VerifyAsync(url);
                return true;
            default:
                return false;
        }
        note.Clear();
        return true;
    }

    private static int Times(string times) =>
        int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : int.MaxValue;

    private async Task VerifyAsync(Uri url)
    {
        var post = await platform.Webhooks.TestAsync(url);
        if (post.IsAccepted)
            note.Say("検証: 成功しました（200）。", "Verify: success (200).");
        else
            note.Say($"検証: 失敗しました（{post.Status?.ToString(CultureInfo.InvariantCulture) ?? post.Failure}）。", $"Verify: failed ({post.Status?.ToString(CultureInfo.InvariantCulture) ?? post.Failure}).");
    }
}
