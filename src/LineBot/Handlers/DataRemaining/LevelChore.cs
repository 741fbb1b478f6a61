using LineBot.Accounts;
using LineBot.Language;
using LineBot.Notices;
using LineBot.Operations;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.DataRemaining;

/// <summary>
/// Follows the ledger's entries, whichever process wrote them, and tells users when what is left has fallen to one of their levels.
/// A rise (a present, a top-up, a new month) only takes the subscription back up, so that the next fall is told again;
/// a correction that goes up and down within the same data is told once. At night it rests, so that the morning's notice is true in the morning.
/// </summary>
public sealed class LevelChore(
    Database database, BandStore bands, SubscriptionStore subscriptions, AccountStore accounts, NoticeSettingsStore settings, Looks looks,
    NoticeWriter notices, DataNoticeReplies replies, IOptions<NoticeOptions> options, TimeProvider clock) : IChore
{
    private const string Round = "data-levels";
    private const int Portion = 1_000;

    public TimeSpan Rest => TimeSpan.FromSeconds(20);

    public async Task<bool> DoPortionAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (options.Value.Quiet.NextOpening(now) > now)
            return false;
        var (until, last, moved) = await database.ReadAsync(tx => Look(tx, now), cancel);
        if (until is not { } position)
            return false;
        await database.WriteAsync(tx => Follow(tx, position, moved, now));
        return position < last;
    }

    /// <summary>Looks at the next entries without holding up anybody.</summary>
    /// <returns>Up to which entry, null when there is none; which is the last of all; whose level is another than when last seen.</returns>
    private (long? Until, long Last, IReadOnlyList<UsedSubscription> Moved) Look(Transaction tx, DateTimeOffset now)
    {
        var last = bands.LastEntry(tx);
        // What is older than the first round is no news: nobody is woken by the start of a service.
        if (bands.Position(tx, Round) is not { } after)
            return (last, last, []);
        if (last <= after)
            return (null, last, []);
        var until = Math.Min(after + Portion, last);
        var moved = bands.Changed(tx, after, until, JapanTime.DayOf(now)).Where(one => Bands.Of(one.LeftKb, one.VolumeKb) != one.Band);
        return (until, last, moved.ToList());
    }

    private void Follow(Transaction tx, long until, IReadOnlyList<UsedSubscription> moved, DateTimeOffset now)
    {
        foreach (var one in moved)
        {
            if (subscriptions.Find(tx, one.SubscriptionId) is { } subscription)
                Follow(tx, one.LineUserId, subscription, now);
        }
        bands.Advance(tx, Round, until);
    }

    private void Follow(Transaction tx, string lineUserId, Subscription subscription, DateTimeOffset now)
    {
        var customer = accounts.CustomerOf(tx, lineUserId);
        if (customer.SubscriptionId != subscription.Id)
            return;
        var look = looks.At(tx, subscription, now);
        var (from, to) = (bands.Band(tx, subscription.Id), Bands.Of(look.Balance.LeftKb, look.Balance.VolumeKb));
        bands.Keep(tx, subscription.Id, to);
        if (Bands.Told(settings.Of(tx, lineUserId), from, to) is not { } level)
            return;
        // The volume changes with each present and top-up: the same level may be told anew after one.
        var cause = $"data-level:{subscription.Id}:{JapanTime.MonthOf(now)}:{level}:{look.Balance.VolumeKb}";
        notices.Tell(
            tx, lineUserId, level == 0 ? NoticeKind.DataUsedUp : NoticeKind.DataLow,
            tongue => level == 0 ? replies.UsedUp(tongue, customer, look) : replies.Low(tongue, customer, look), cause, now);
    }
}
