using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>Receives applications, activates those that nobody has to look at, and tells the applicant in the talk.</summary>
public sealed class Reception(
    ApplicationStore store, ApplicationLinkStore links, ApplicationDraftStore drafts, AccountStore accounts, Activation activation,
    ApplicationNews news, AuditStore audit, IOptions<ApplicationOptions> options)
{
    /// <summary>Who applies: the account whose link opened the page, else the one that is signed in, else a browser.</summary>
    /// <param name="link">The token of a link from the talk, or nothing.</param>
    /// <param name="signedIn">The LINE account that is signed in, if one is.</param>
    /// <param name="cookie">The token by which a browser finds its draft, if it has one.</param>
    public Applicant ApplicantOf(Transaction tx, string? link, string? signedIn, string? cookie, DateTimeOffset now)
    {
        var lineUserId = string.IsNullOrEmpty(link) ? signedIn : links.Look(tx, link, now);
        if (lineUserId is not null)
            return new Applicant(accounts.CustomerOf(tx, lineUserId), lineUserId);
        return new Applicant(null, cookie is null ? null : Token.HashOf(cookie), HasLateLink: !string.IsNullOrEmpty(link));
    }

    /// <summary>Receives what was reviewed and found whole. The draft and the link are used up by it.</summary>
    public Application Receive(Transaction tx, Applicant applicant, string link, string requestId, ApplicationContent content, DateTimeOffset now)
    {
        links.Spend(tx, link, now);
        drafts.Drop(tx, applicant.Owner!);
        var lineUserId = applicant.Customer?.LineUserId;
        var received = store.Receive(tx, requestId, content, lineUserId, now);
        audit.Write(tx, now, lineUserId ?? "applicant", "application-received", content.ContractId, detail: received.Number);
        return AtOnce(tx, received, now) ?? news.Tell(tx, received, now);
    }

    private Application? AtOnce(Transaction tx, Application received, DateTimeOffset now) =>
        options.Value.AutoApprove && activation.NextNumber(tx) is { } number
            && activation.Activate(tx, received, number, "system", now) is { } activated ? news.Tell(tx, activated, now) : null;
}
