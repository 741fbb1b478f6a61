using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>Which page of the application is shown, and with what on it.</summary>
internal sealed class ApplyPages(
    ApplicationCheck check, ApplicationDraftStore drafts, PlanStore plans, ContractStore contracts, IOptions<ApplicationOptions> options)
{
    /// <summary>The step that was asked for, or the first that is not in order yet where that comes earlier or nothing was asked for.</summary>
    /// <param name="invitation">The code that the address brought along, or empty.</param>
    public IResult Page(
        Transaction tx, Tongue tongue, string link, Applicant applicant, ApplyStep? asked, string invitation, DateTimeOffset now,
        int status = StatusCodes.Status200OK)
    {
        var kept = applicant.Owner is { } owner ? drafts.Find(tx, owner, now) : null;
        var draft = kept ?? ApplicationDraft.Empty;
        if (invitation.Length > 0)
            draft = draft with { Form = draft.Form with { InvitationCode = invitation } };
        var (content, faults) = check.Read(tx, applicant, draft, now);
        var open = ApplySteps.Of(applicant.SignsNewContract)
            .First(step => step == ApplyStep.Review || faults.Keys.Any(field => ApplySteps.StepOf(field) == step));
        var shown = asked < open ? asked.Value : open;
        var isResumed = kept is not null && asked is null && status == StatusCodes.Status200OK;
        if (shown == ApplyStep.Review)
        {
            var contract = content.ContractId is { } id ? contracts.Find(tx, id) : null;
            var view = new ReviewView(content, plans.Find(tx, content.PlanId)!, contract, draft.RequestId, link, isResumed);
            return new RazorComponentResult<ReviewPage>(new { View = view });
        }
        // Nobody is blamed for what they were not asked yet.
        var wrong = Of(faults, shown).Where(fault => fault.Value != Fault.Missing).ToDictionary();
        return Form(tx, tongue, link, applicant, draft, shown, wrong, status, isResumed);
    }

    /// <summary>What is wrong with the fields of one step.</summary>
    public Dictionary<ApplicationField, Fault> FaultsOf(Transaction tx, Applicant applicant, ApplicationDraft draft, ApplyStep step, DateTimeOffset now) =>
        Of(check.Read(tx, applicant, draft, now).Faults, step).ToDictionary();

    public RazorComponentResult<ApplyPage> Form(
        Transaction tx, Tongue tongue, string link, Applicant applicant, ApplicationDraft draft, ApplyStep step,
        IReadOnlyDictionary<ApplicationField, Fault> faults, int status, bool isResumed = false)
    {
        var view = new ApplyView
        {
            Step = step, Plans = plans.Offered(tx), Contracts = applicant.SignsNewContract ? [] : contracts.LinkedTo(tx, applicant.Customer!.LineUserId),
            Form = draft.Form, Faults = faults.ToDictionary(fault => fault.Key, fault => ApplyWords.Of(fault.Key, fault.Value, tongue, options.Value.LowestAge)),
            KeepsPassword = draft.PasswordHash is not null, IsResumed = isResumed, Link = link,
            LowestAge = options.Value.LowestAge, KeptFor = options.Value.DraftLifetime,
        };
        return new RazorComponentResult<ApplyPage>(new { View = view }) { StatusCode = status };
    }

    private static IEnumerable<KeyValuePair<ApplicationField, Fault>> Of(IReadOnlyDictionary<ApplicationField, Fault> faults, ApplyStep step) =>
        faults.Where(fault => ApplySteps.StepOf(fault.Key) == step);
}
