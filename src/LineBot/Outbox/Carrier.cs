using Line.Messaging;
using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Outbox;

/// <summary>Why an attempt failed, in words that name no customer.</summary>
public sealed record DeliveryFailure(string Description, TimeSpan? RetryAfter);

/// <summary>Makes one attempt to hand one message to LINE, and says what is known afterwards.</summary>
public sealed class Carrier(LineMessagingClient line, PublishedMenus menus, Database database, AccountStore accounts)
{
    public async Task<(Delivery, DeliveryFailure?)> CarryAsync(OutgoingMessage message, bool withToken, CancellationToken cancel)
    {
        try
        {
            if (message.Kind == OutgoingKind.Menu)
                await SwitchMenuAsync(message.ChatId, cancel);
            else if (withToken)
                await line.ReplyAsync(message.ReplyToken!, message.Messages, cancel: cancel);
            else
                await line.PushAsync(message.ChatId, message.Messages, message.RetryKey, cancel: cancel);
            return (Delivery.Taken, null);
        }
        catch (Exception e)
        {
            var api = e as LineApiException;
            var description = api is null ? e.GetType().Name : $"{(int)api.StatusCode} (request {api.RequestId})";
            return (DeliveryVerdict.Of(e), new DeliveryFailure(description, api?.RetryAfter));
        }
    }

    /// <summary>The menu that fits the links at this moment, whatever they were when the switch was asked for.</summary>
    private async Task SwitchMenuAsync(string lineUserId, CancellationToken cancel)
    {
        var customer = await database.ReadAsync(tx => accounts.CustomerOf(tx, lineUserId), cancel);
        await menus.LinkAsync(lineUserId, customer.LinkState, customer.Tongue, cancel);
    }
}
