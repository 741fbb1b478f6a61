using LineBot.Accounts;
using LineBot.Storage;

namespace LineBot.Applications;

/// <summary>Why an operator's decision was not taken, or that it was.</summary>
public enum DecisionResult
{
    Done,
    NotFound,

    /// <summary>It was approved or declined before.</summary>
    Settled,

    /// <summary>The number is not written like 080-0000-0001.</summary>
    NotANumber,

    /// <summary>Another subscription has, or had, the number.</summary>
    NumberTaken,

    /// <summary>Another contract has got the login ID meanwhile.</summary>
    LoginIdTaken,
}

/// <summary>What operators do with applications. Each decision is audited and told in the applicant's talk in the same transaction.</summary>
public sealed class ApplicationDesk(ApplicationStore applications, Activation activation, ApplicationNews news, AuditStore audit)
{
    /// <param name="phoneNumber">The number that the SIM has.</param>
    public DecisionResult Approve(Transaction tx, long id, string phoneNumber, string operatorName, DateTimeOffset now)
    {
        if (!PhoneNumber.IsWritten(phoneNumber))
            return DecisionResult.NotANumber;
        var application = applications.Find(tx, id);
        if (application is not { Stands: ApplicationState.Received })
            return application is null ? DecisionResult.NotFound : DecisionResult.Settled;
        if (applications.HasNumber(tx, phoneNumber))
            return DecisionResult.NumberTaken;
        if (applications.ContentOf(tx, id).LoginId is { } loginId && applications.HasContract(tx, loginId))
            return DecisionResult.LoginIdTaken;
        news.Tell(tx, activation.Activate(tx, application, phoneNumber, $"operator:{operatorName}", now)!, now);
        return DecisionResult.Done;
    }

    /// <param name="reason">In the applicant's language: told to them, and kept in the record. Empty where there is none to tell.</param>
    public DecisionResult Decline(Transaction tx, long id, string operatorName, DateTimeOffset now, string reason = "")
    {
        if (applications.Find(tx, id) is not { } application)
            return DecisionResult.NotFound;
        if (!applications.Settle(tx, id, ApplicationState.Declined, null, null, now))
            return DecisionResult.Settled;
        audit.Write(tx, now, $"operator:{operatorName}", "application-declined", detail: reason.Length > 0 ? $"{application.Number}: {reason}" : application.Number);
        news.Tell(tx, applications.Find(tx, id)!, now, reason);
        return DecisionResult.Done;
    }
}
