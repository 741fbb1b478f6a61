using LineBot.Accounts;
using LineBot.Applications;
using LineBot.RichMenu;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>What became of sending a review page.</summary>
public enum SendResult
{
    Received,

    /// <summary>The link from the talk was used before or ran out.</summary>
    LinkLate,

    /// <summary>The applicant only uses a subscription; contracts are the holder's to make.</summary>
    AskHolder,

    /// <summary>Something that was fine at the review no longer is.</summary>
    Faulty,
}

/// <param name="Application">What was received, now or by the same request before; null otherwise.</param>
public sealed record SendOutcome(SendResult Result, Application? Application = null, IReadOnlyDictionary<ApplicationField, Fault>? Faults = null);

/// <summary>Receives applications, activates those that nobody has to look at, and tells the applicant in the talk.</summary>
public sealed class Reception(
    ApplicationStore store, ApplicationLinkStore links, AccountStore accounts, ApplicationCheck check, Activation activation,
    ApplicationNews news, AuditStore audit, IOptions<ApplicationOptions> options)
{
    /// <summary>Who opened the page from the talk, with the links of this moment; null for a link that is unknown, spent or late.</summary>
    public Customer? ApplicantOf(Transaction tx, string link, DateTimeOffset now) =>
        links.Look(tx, link, now) is { } lineUserId ? accounts.CustomerOf(tx, lineUserId) : null;

    public SendOutcome Send(Transaction tx, ApplicationDraft draft, DateTimeOffset now)
    {
        if (store.FindByRequest(tx, draft.RequestId) is { } before)
            return new SendOutcome(SendResult.Received, before);
        var applicant = draft.Link.Length > 0 ? ApplicantOf(tx, draft.Link, now) : null;
        if (draft.Link.Length > 0 && applicant is null)
            return new SendOutcome(SendResult.LinkLate);
        if (applicant is { LinkState: LinkState.User })
            return new SendOutcome(SendResult.AskHolder);
        var faults = check.Faults(tx, applicant, draft.Content, now).DistinctBy(f => f.Field).ToDictionary(f => f.Field, f => f.Fault);
        if (faults.Count > 0)
            return new SendOutcome(SendResult.Faulty, Faults: faults);
        links.Spend(tx, draft.Link, now);
        var received = store.Receive(tx, draft.RequestId, draft.Content, applicant?.LineUserId, now);
        audit.Write(tx, now, applicant?.LineUserId ?? "applicant", "application-received", draft.Content.ContractId, detail: received.Number);
        return new SendOutcome(SendResult.Received, AtOnce(tx, received, now) ?? news.Tell(tx, received, now));
    }

    private Application? AtOnce(Transaction tx, Application received, DateTimeOffset now) =>
        options.Value.AutoApprove && activation.NextNumber(tx) is { } number
            && activation.Activate(tx, received, number, "system", now) is { } activated ? news.Tell(tx, activated, now) : null;
}
