using System.Globalization;
using LineBot.Accounts;
using LineBot.Campaigns;
using LineBot.Data;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Applications;

/// <summary>Makes out of an application what was applied for: contract, subscription, user code and the first month's data.</summary>
public sealed class Activation(
    ApplicationStore applications, ContractStore contracts, SubscriptionStore subscriptions, UserCodeStore codes, MonthTurn months,
    Enrolment enrolment, AuditStore audit, IOptions<ApplicationOptions> options)
{
    /// <summary>The next free number of the range for applications that nobody looks at; null when all are given out.</summary>
    public string? NextNumber(Transaction tx)
    {
        var (first, last) = (options.Value.FirstPhoneNumber, options.Value.LastPhoneNumber);
        var highest = applications.HighestNumber(tx, first, last);
        if (highest == last)
            return null;
        return highest is null ? first : PhoneNumber.After(highest);
    }

    /// <param name="actor">Who approved it, for the audit log.</param>
    /// <returns>The application as it stands then, or null where it was settled before and nothing changed.</returns>
    public Application? Activate(Transaction tx, Application application, string phoneNumber, string actor, DateTimeOffset now)
    {
        if (applications.Find(tx, application.Id) is not { Stands: ApplicationState.Received })
            return null;
        var content = applications.ContentOf(tx, application.Id);
        var contractId = content.ContractId ?? AddContract(tx, content, now);
        var subscriptionId = subscriptions.Add(tx, new Subscription
        {
            Id = 0, ContractId = contractId, PhoneNumber = phoneNumber, UserName = content.UserName, PlanId = content.PlanId, ActivatedAt = now,
        });
        codes.Issue(tx, subscriptionId, now);
        months.CatchUp(tx, subscriptionId, now);
        applications.Settle(tx, application.Id, ApplicationState.Activated, contractId, subscriptionId, now);
        audit.Write(tx, now, actor, "application-activated", contractId, subscriptionId, application.Number);
        enrolment.Enrol(
            tx,
            new Entrant(application.Id, contractId, application.LineUserId, content.CampaignCode, content.InvitationCode, application.ReceivedAt),
            now);
        return applications.Find(tx, application.Id);
    }

    private long AddContract(Transaction tx, ApplicationContent content, DateTimeOffset now) =>
        contracts.Add(
            tx,
            new Contract
            {
                Id = 0, LoginId = content.LoginId!, HolderName = content.HolderName, HolderKana = content.HolderKana,
                BirthDate = DateOnly.ParseExact(content.BirthDate, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                PostalCode = content.PostalCode, Address = content.Address, CreatedAt = now,
            },
            content.PasswordHash!);
}
