using LineBot.Accounts;
using LineBot.Applications;
using LineBot.Campaigns;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>Reads what was typed and compares it with the store. Changes nothing.</summary>
public sealed class ApplicationCheck(
    PlanStore plans, ApplicationStore applications, CodeCheck codes, IOptions<ApplicationOptions> options)
{
    /// <summary>Reads a draft, whole or not yet. A holder adds a subscription to a contract of theirs; everybody else signs a new one.</summary>
    public (ApplicationContent Content, IReadOnlyDictionary<ApplicationField, Fault> Faults) Read(
        Transaction tx, Applicant applicant, ApplicationDraft draft, DateTimeOffset now)
    {
        var fields = new FieldReader();
        var content = applicant.SignsNewContract
            ? NewContractOf(draft, JapanTime.DayOf(now), fields)
            : SubscriptionOf(draft.Form, fields);
        foreach (var (field, fault) in Faults(tx, applicant.Customer, content, now))
            fields.Blame(field, fault);
        return (content, fields.Faults);
    }

    /// <summary>What there is to say against a new password; null for nothing.</summary>
    public static Fault? PasswordFaultOf(string? typed, string? loginId) => PasswordRule.Check(typed, TypedField.Tidy(loginId)) switch
    {
        null => null,
        PasswordFault.Missing => Fault.Missing,
        PasswordFault.TooShort => Fault.TooShort,
        PasswordFault.TooLong => Fault.TooLong,
        PasswordFault.HasForbiddenCharacters => Fault.HasForbiddenCharacters,
        _ => Fault.TooSimple,
    };

    /// <summary>What the store has against it at this moment: a login ID taken meanwhile, a contract that is full.</summary>
    private IEnumerable<(ApplicationField Field, Fault Fault)> Faults(Transaction tx, Customer? applicant, ApplicationContent content, DateTimeOffset now)
    {
        if (plans.Find(tx, content.PlanId) is not { IsOffered: true })
            yield return (ApplicationField.Plan, content.PlanId.Length == 0 ? Fault.Missing : Fault.Unknown);
        if (content.ContractId is { } contractId)
        {
            if (applicant is null || !applicant.ContractIds.Contains(contractId))
                yield return (ApplicationField.Contract, Fault.Unknown);
            else if (applications.CountOfContract(tx, contractId) >= options.Value.MostSubscriptions)
                yield return (ApplicationField.Contract, Fault.Full);
            yield break;
        }
        if (content.LoginId is { } loginId && applications.IsTaken(tx, loginId))
            yield return (ApplicationField.LoginId, Fault.Taken);
        if (content.CampaignCode is { } campaign && codes.OfCampaign(tx, campaign, now) is { } campaignFault)
            yield return (ApplicationField.CampaignCode, FaultOf(campaignFault));
        if (content.InvitationCode is { } code
            && codes.OfInvitation(tx, code, applicant?.LineUserId, content.HolderKana, content.BirthDate, now) is { } invitationFault)
            yield return (ApplicationField.InvitationCode, FaultOf(invitationFault));
    }

    private static ApplicationContent SubscriptionOf(ApplicationForm form, FieldReader fields) =>
        new()
        {
            PlanId = form.Plan ?? "",
            ContractId = long.TryParse(form.Contract, out var chosen) ? chosen : 0,
            UserName = fields.Take(ApplicationField.UserName, TypedField.Name(form.UserName)),
        };

    private ApplicationContent NewContractOf(ApplicationDraft draft, DateOnly today, FieldReader fields)
    {
        var form = draft.Form;
        var name = fields.Take(ApplicationField.HolderName, TypedField.Name(form.HolderName));
        var loginId = fields.Take(ApplicationField.LoginId, TypedField.LoginId(form.LoginId));
        if (draft.PasswordHash is null)
            fields.Blame(ApplicationField.Password, Fault.Missing);
        return new ApplicationContent
        {
            PlanId = form.Plan ?? "",
            UserName = name,
            HolderName = name,
            HolderKana = fields.Take(ApplicationField.HolderKana, TypedField.Kana(form.HolderKana)),
            BirthDate = fields.Take(ApplicationField.BirthDate, TypedField.BirthDate(form.BirthDate, today, options.Value.LowestAge)),
            PostalCode = fields.Take(ApplicationField.PostalCode, TypedField.PostalCode(form.PostalCode)),
            Address = fields.Take(ApplicationField.Address, TypedField.Address(form.Address)),
            LoginId = loginId,
            PasswordHash = draft.PasswordHash,
            CampaignCode = TypedField.Code(form.CampaignCode) is { Length: > 0 } campaign ? campaign : null,
            InvitationCode = TypedField.Code(form.InvitationCode) is { Length: > 0 } invitation ? invitation : null,
        };
    }

    /// <summary>Keeps the first fault of each field.</summary>
    private sealed class FieldReader
    {
        private readonly Dictionary<ApplicationField, Fault> _faults = [];

        public IReadOnlyDictionary<ApplicationField, Fault> Faults => _faults;

        public void Blame(ApplicationField field, Fault fault) => _faults.TryAdd(field, fault);

        public string Take(ApplicationField field, (string Value, Fault? Fault) read)
        {
            if (read.Fault is { } fault)
                Blame(field, fault);
            return read.Value;
        }
    }

    private static Fault FaultOf(CodeFault fault) => fault switch
    {
        CodeFault.NotNow => Fault.NotNow,
        CodeFault.Full => Fault.Full,
        CodeFault.Own => Fault.Own,
        CodeFault.Used => Fault.Used,
        CodeFault.Late => Fault.Late,
        CodeFault.IsCustomer => Fault.IsCustomer,
        _ => Fault.Unknown,
    };
}
