using System.Text.Json;
using LineBot.Simulator.Platform;

namespace LineBot.Simulator.Phones.Screens;

/// <summary>Carries out what a hand does on one phone.</summary>
internal sealed partial class PhoneHand(LinePlatform platform, PhoneBench bench, ILogger<PhoneHand> logger)
{
    public async Task<GestureAnswer> DoAsync(PhoneScreen phone, Gesture gesture)
    {
        switch (gesture.Do)
        {
            case "tap":
                return await TapAsync(phone, gesture.Action);
            case "send" when !string.IsNullOrWhiteSpace(gesture.Value):
                Tell(phone, () => phone.Phone.SendTextAsync(gesture.Value.Trim()));
                break;
            case "sticker" when gesture.Value?.Split('/') is [var package, var sticker]:
                Tell(phone, () => phone.Phone.SendStickerAsync(package, sticker));
                break;
            case "photo":
                Tell(phone, () => phone.Phone.SendImageAsync(Asset.Find("photo.png")!.Bytes, "image/png"));
                break;
            case "place":
                Tell(phone, () => SendPlaceAsync(phone));
                break;
            case "voice":
                Tell(phone, () => phone.Phone.SendAudioAsync(Asset.Find("voice.m4a")!.Bytes, TimeSpan.FromSeconds(3)));
                break;
            case "watched" when gesture.Value is not null:
                Tell(phone, () => phone.Phone.WatchToEndAsync(gesture.Value));
                break;
            case "unsend" when gesture.Value is not null:
                Tell(phone, () => phone.Phone.UnsendAsync(gesture.Value));
                break;
            case "follow":
                Tell(phone, () => phone.Phone.IsBlocking ? phone.Phone.UnblockAsync() : phone.Phone.FollowAsync());
                phone.Close();
                break;
            case "block":
                Tell(phone, phone.Phone.BlockAsync);
                phone.Close();
                break;
            case "picked" when gesture.Value is not null && phone.Screen.Sheet is Sheet.Picker picker:
                Pick(phone, picker.Action, gesture.Value);
                break;
            case "share" when phone.Screen.Sheet is Sheet.Share share && bench.Find(gesture.Value) is { } friend:
                friend.Receive(phone.Phone.DisplayName, share.Text, platform.Clock.GetUtcNow());
                platform.Previews.Look(share.Text);
                phone.Close();
                phone.Say($"{friend.Phone.DisplayName}に送信しました", $"Sent to {friend.Phone.DisplayName}");
                break;
            default:
                await LookAsync(phone, gesture);
                break;
        }
        return new();
    }

    /// <summary>Gestures that change what is seen and tell the bot nothing.</summary>
    private static async Task LookAsync(PhoneScreen phone, Gesture gesture)
    {
        switch (gesture.Do)
        {
            case "type":
                phone.Change(screen => screen.Typing());
                break;
            case "menu":
                phone.Change(screen => screen.WithMenu(gesture.Value != "close"));
                break;
            case "stickers":
                phone.Change(screen => screen with { Sheet = new Sheet.Stickers() });
                break;
            case "attach":
                phone.Change(screen => screen with { Sheet = new Sheet.Attachments() });
                break;
            case "unplayable":
                phone.Say("再生できませんでした", "This could not be played");
                break;
            case "profile":
                phone.Change(screen => screen with { Sheet = new Sheet.Profile() });
                break;
            case "friends":
                phone.ShowFriends();
                break;
            case "open":
                await phone.OpenAsync(gesture.Value);
                break;
            case "back":
                await phone.Browser.BackAsync();
                break;
            case "reload":
                await phone.Browser.ReloadAsync();
                break;
            case "close":
                phone.Close();
                break;
        }
    }

    private async Task<GestureAnswer> TapAsync(PhoneScreen phone, JsonElement action)
    {
        phone.Change(screen => screen.Tapped(action));
        switch (action.Text("type"))
        {
            case "postback" or "message" or "richmenuswitch":
                Tell(phone, () => phone.Phone.TapAsync(action));
                break;
            case "uri":
                await phone.OpenAsync(action.Text("uri"));
                break;
            case "clipboard":
                phone.Say("コピーしました", "Copied");
                return new(action.Text("clipboardText"));
            case "location":
                Tell(phone, () => SendPlaceAsync(phone));
                break;
        }
        return new();
    }

    private void Pick(PhoneScreen phone, JsonElement action, string value)
    {
        phone.Close();
        if (DatePick.IsPick(action, value))
            Tell(phone, () => phone.Phone.TapAsync(action, value));
    }

    private static Task<WebhookPost?> SendPlaceAsync(PhoneScreen phone) => phone.Phone.SendLocationAsync(
        phone.Tongue.Say("東京駅", "Tokyo Station"), phone.Tongue.Say("東京都千代田区丸の内1丁目", "1 Marunouchi, Chiyoda-ku, Tokyo"), 35.681236, 139.767125);

    /// <summary>Starts something that tells the bot. The talk shows it at once; whether the bot takes it stands in the wire log.</summary>
    private void Tell(PhoneScreen phone, Func<Task> tell) => _ = ObserveAsync(phone, tell);

    private async Task ObserveAsync(PhoneScreen phone, Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (InvalidOperationException) when (phone.Phone.IsBlocking)
        {
            phone.Say("ブロック中は送れません", "Blocked: nothing can be sent");
        }
        catch (Exception trouble) when (trouble is not OutOfMemoryException)
        {
            Log.GestureFailed(logger, trouble);
            phone.Say("この操作はできませんでした", "That did not work");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A gesture on a phone failed")]
        public static partial void GestureFailed(ILogger logger, Exception exception);
    }
}
