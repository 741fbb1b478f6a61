using LineBot.Accounts;
using LineBot.RichMenu;
using LineBot.Storage;

namespace LineBot.Inquiries;

/// <summary>The end of an inquiry, whoever ends it: typed words mean what they always mean again.</summary>
public sealed class InquiryEnd(InquiryStore inquiries, AccountStore accounts, InquirySignal signal)
{
    /// <param name="by">As for <see cref="InquiryStore.Close"/>.</param>
    /// <returns>False where it was over already.</returns>
    public bool Close(Transaction tx, Inquiry inquiry, string? by, DateTimeOffset now)
    {
        if (!inquiries.Close(tx, inquiry.Id, by, now))
            return false;
        if (accounts.CustomerOf(tx, inquiry.LineUserId).Expects?.Action == TalkActions.Question)
            accounts.Expect(tx, inquiry.LineUserId, Expectation.None, now);
        signal.Raise(tx, inquiry.Id);
        return true;
    }
}
