using LineBot.Accounts;
using LineBot.Campaigns;
using LineBot.Outbox;
using LineBot.Storage;

namespace LineBot.Applications;

/// <summary>Tells applicants in the talk how their application stands, where they opened the page from there.</summary>
public sealed class ApplicationNews(AccountStore accounts, SubscriptionStore subscriptions, ApplicationReplies replies, RewardNews rewards,
    OutboxWriter outbox)
{
    private static readonly TimeSpan WorthSaying = TimeSpan.FromDays(1);

    /// <param name="reason">Why it was declined, where an operator said so.</param>
    public Application Tell(Transaction tx, Application application, DateTimeOffset now, string reason = "")
    {
        if (application.LineUserId is { } lineUserId)
        {
            var tongue = accounts.CustomerOf(tx, lineUserId).Tongue;
            var phoneNumber = application.SubscriptionId is { } id ? subscriptions.Find(tx, id)?.PhoneNumber : null;
            var message = replies.Of(tongue, application, phoneNumber, reason);
            outbox.Push(tx, lineUserId, [message], $"application:{application.Id}:{application.State}", 0, now, WorthSaying);
        }
        if (application.Stands == ApplicationState.Activated)
            rewards.Enrolled(tx, application.Id, now);
        return application;
    }
}
