using LineBot.Accounts;
using LineBot.Notices;
using LineBot.Storage;
using LineBot.Web;

namespace LineBot.Handlers.Linking;

/// <summary>Tells the linked LINE account that somebody has typed too many wrong passwords for its login ID.</summary>
public sealed class LockoutNotices(
    LinkStore links, ContractStore contracts, AttemptStore attempts, AuditStore audit, NoticeWriter notices, ContractorLinkReplies replies)
{
    /// <summary>However long somebody goes on: whoever guesses must not be able to fill another's talk.</summary>
    public static readonly AttemptLimit ADay = new("lockout-told", 3, TimeSpan.FromDays(1));

    /// <summary>Once a lockout. A login ID that is linked to nobody has nobody to tell.</summary>
    public void Tell(Transaction tx, Lockout lockout, DateTimeOffset now)
    {
        if (contracts.Find(tx, lockout.ContractId) is not { } contract)
            return;
        audit.Write(tx, now, "system", "login-id-locked", contract.Id);
        if (links.HolderOf(tx, contract.Id) is { } holder && attempts.Take(tx, ADay, $"{contract.Id}", now) is null)
        {
            notices.Tell(
                tx, holder, NoticeKind.SignInLocked, tongue => replies.LockedOut(tongue, contract, lockout.Until),
                $"lockout:{contract.Id}:{lockout.Until.ToUnixTimeMilliseconds()}", now);
        }
    }
}
