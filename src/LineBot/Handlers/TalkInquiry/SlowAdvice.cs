using LineBot.Accounts;
using LineBot.Inquiries;
using LineBot.Knowledge;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>Has somebody else advise on a question, before the turn in which it is answered. What is for people goes to nobody else.</summary>
public sealed class SlowAdvice(Database database, InquiryStore inquiries, AccountStore accounts, Advice advice)
{
    /// <returns>Null where the answer is there at once, or nothing was asked of the answerer.</returns>
    public async Task<Answer?> OfAsync(Tap tap, CancellationToken cancel)
    {
        if (!advice.TakesTime || tap.Text is null || EndWords.Match(tap.Text) || PersonWords.Of(tap.Text) != PersonWish.None)
            return null;
        var (isForPeople, tongue) = await database.ReadAsync(
            tx => (inquiries.FindOpen(tx, tap.LineUserId) is not null, accounts.CustomerOf(tx, tap.LineUserId).Tongue), cancel);
        return isForPeople ? null : await advice.OfAsync(Masking.Of(tap.Text).Text, tongue, cancel);
    }
}
