using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.Options;

namespace LineBot.Applications;

/// <summary>What became of a row.</summary>
public enum ContractVerdict
{
    /// <summary>A contract with its first subscription.</summary>
    Contract,

    /// <summary>One more subscription of a contract that is known.</summary>
    Subscription,

    /// <summary>Known already, with everything that the row says of its contract and number.</summary>
    Unchanged,

    Unreadable,

    /// <summary>The store has the login ID or the number with something else beside it.</summary>
    Differs,

    /// <summary>Another contract has, or had, the number.</summary>
    NumberTaken,

    /// <summary>An application that waits has the login ID, or a contract that has ended.</summary>
    LoginIdTaken,
    UnknownPlan,
    UnknownOption,

    /// <summary>The contract has all the subscriptions that it can have.</summary>
    Full,
}

/// <summary>
/// Takes in the customers that an operator had before. A row is known by login ID and phone number: what is there stays as it is, so a file
/// can be taken in again after it was cut off or mended.
/// </summary>
public sealed class ContractIntake(
    ContractStore contracts, SubscriptionStore subscriptions, ApplicationStore applications, PlanStore plans, UserCodeStore codes, MonthTurn months,
    PartStore parts, AuditStore audit, IOptions<ApplicationOptions> options)
{
    /// <summary>Whether the row would make a contract, which needs a password.</summary>
    public bool MakesContract(Transaction tx, ImportedContract row) => contracts.FindByLoginId(tx, row.LoginId) is null;

    /// <param name="passwordHash">For a row that makes a contract.</param>
    /// <param name="actor">Who brings it in, for the audit log.</param>
    /// <returns>The verdict, and for <see cref="ContractVerdict.Differs"/> the column.</returns>
    public (ContractVerdict Verdict, string? Column) Add(Transaction tx, ImportedContract row, string? passwordHash, string actor, DateTimeOffset now)
    {
        var known = contracts.FindByLoginId(tx, row.LoginId);
        if (known is { EndedAt: not null } || (known is null && applications.IsTaken(tx, row.LoginId)))
            return (ContractVerdict.LoginIdTaken, null);
        if (known is not null && DifferenceOf(known, row) is { } column)
            return (ContractVerdict.Differs, column);
        if (subscriptions.FindId(tx, SubscriptionKey.Of(row.PhoneNumber)) is { } taken)
        {
            if (known is null || subscriptions.Find(tx, taken) is not { } subscription || subscription.ContractId != known.Id)
                return (ContractVerdict.NumberTaken, null);
            return JapanTime.DayOf(subscription.ActivatedAt) == row.ActivatedOn ? (ContractVerdict.Unchanged, null) : (ContractVerdict.Differs, "activated_on");
        }
        if (plans.Find(tx, row.PlanId) is null)
            return (ContractVerdict.UnknownPlan, null);
        if (row.Options.Any(option => plans.FindOption(tx, option) is null))
            return (ContractVerdict.UnknownOption, null);
        if (known is not null && applications.CountOfContract(tx, known.Id) >= options.Value.MostSubscriptions)
            return (ContractVerdict.Full, null);
        var contractId = known?.Id ?? contracts.Add(tx, ContractOf(row), passwordHash!);
        AddSubscription(tx, contractId, row, actor, now);
        return (known is null ? ContractVerdict.Contract : ContractVerdict.Subscription, null);
    }

    private void AddSubscription(Transaction tx, long contractId, ImportedContract row, string actor, DateTimeOffset now)
    {
        var since = JapanTime.StartOf(row.ActivatedOn);
        var id = subscriptions.Add(tx, new Subscription
        {
            Id = 0, ContractId = contractId, PhoneNumber = row.PhoneNumber, UserName = row.UserName, PlanId = row.PlanId, ActivatedAt = since,
        });
        if (row.AgeVerifiedOn is { } verified)
            subscriptions.MarkAgeVerified(tx, id, JapanTime.StartOf(verified));
        foreach (var option in row.Options)
            plans.TakeOption(tx, id, option, since);
        codes.Issue(tx, id, now);
        CarryOver(tx, id, row.CarryOverKb, now);
        months.CatchUp(tx, id, now);
        audit.Write(tx, now, actor, "subscription-imported", contractId, id);
    }

    private void CarryOver(Transaction tx, long subscriptionId, long kb, DateTimeOffset now)
    {
        if (kb == 0)
            return;
        var month = JapanTime.FirstOfMonth(JapanTime.DayOf(now));
        var part = parts.Open(tx, subscriptionId, PartKind.CarryOver, month, 0, month.LastOfMonth());
        parts.Book(tx, new DataEntry(part, month, EntryReason.Granted, kb), now);
    }

    private static Contract ContractOf(ImportedContract row) => new()
    {
        Id = 0, LoginId = row.LoginId, HolderName = row.HolderName, HolderKana = row.HolderKana, BirthDate = row.BirthDate,
        PostalCode = row.PostalCode, Address = row.Address, CreatedAt = JapanTime.StartOf(row.ContractedOn),
    };

    private static string? DifferenceOf(Contract known, ImportedContract row) =>
        known.HolderName != row.HolderName ? "holder_name"
        : known.HolderKana != row.HolderKana ? "holder_kana"
        : known.BirthDate != row.BirthDate ? "birth_date"
        : known.PostalCode != row.PostalCode ? "postal_code"
        : known.Address != row.Address ? "address"
        : null;
}
