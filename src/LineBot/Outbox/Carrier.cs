using Line.Messaging;
using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Outbox;

/// <summary>Why an attempt failed, in words that name no customer.</summary>
/// <param name="IsMonthlyLimit">LINE's quota of pushes is used.</param>
public sealed record DeliveryFailure(string Description, TimeSpan? RetryAfter, bool IsMonthlyLimit = false);

/// <summary>
/// Makes one attempt to hand one message to LINE, and says what is known afterwards. An attempt that was begun is not called off:
/// then nobody would know. It ends by its own time-out.
/// </summary>
public sealed class Carrier(LineMessagingClient line, PublishedMenus menus, Database database, AccountStore accounts)
{
    public async Task<(Delivery, DeliveryFailure?)> CarryAsync(OutgoingMessage message, bool withToken)
    {
        try
        {
            if (message.Kind == OutgoingKind.Menu)
                await SwitchMenuAsync(message.ChatId);
            else if (withToken)
                await line.ReplyAsync(message.ReplyToken!, message.Messages);
            else
                await line.PushAsync(message.ChatId, message.Messages, message.RetryKey);
            return (Delivery.Taken, null);
        }
        catch (Exception e)
        {
            var api = e as LineApiException;
            var description = api is null ? e.GetType().Name : $"{(int)api.StatusCode} (request {api.RequestId})";
            return (DeliveryVerdict.Of(e), new DeliveryFailure(description, api?.RetryAfter, api?.IsMonthlyLimit ?? false));
        }
    }

    /// <summary>The menu that fits the links at this moment, whatever they were when the switch was asked for.</summary>
    private async Task SwitchMenuAsync(string lineUserId)
    {
        var customer = await database.ReadAsync(tx => accounts.CustomerOf(tx, lineUserId));
        await menus.LinkAsync(lineUserId, customer.LinkState, customer.Tongue, CancellationToken.None);
    }
}
