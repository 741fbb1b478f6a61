using LineBot.Accounts;
using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Handlers.AgeVerification;

/// <summary>年齢認証: spends a user code on saying that whoever uses the subscription is of age.</summary>
public sealed class AgeCheck(UserCodeStore codes, SubscriptionStore subscriptions, AttemptStore attempts, AuditStore audit)
{
    public const int Age = 18;

    /// <summary>Birth dates that may be tried with one code: a slip of the finger, and no search for a date that does.</summary>
    public static readonly AttemptLimit DatesPerCode = new("age-dates", 3, TimeSpan.FromDays(1));

    /// <param name="lineUserId">Whose talk or session it comes from, where that is known.</param>
    /// <param name="address">Where it comes from, for counting.</param>
    public AgeVerdict Verify(Transaction tx, string digits, DateOnly birth, string? lineUserId, string address, DateTimeOffset now)
    {
        List<(AttemptLimit Limit, string Subject)> tries = [(UserCodeLimits.PerAddress, address), (UserCodeLimits.Overall, "")];
        if (lineUserId is not null)
            tries.Add((UserCodeLimits.PerAccount, lineUserId));
        if (attempts.TakeAll(tx, now, tries) is { } tryAgainAt)
            return new AgeVerdict(AgeResult.TooManyTries) { TryAgainAt = tryAgainAt };
        var code = codes.Find(tx, digits);
        var subscription = code is { ReplacedAt: null, IsEnded: false } ? subscriptions.Find(tx, code.SubscriptionId) : null;
        if (subscription is null || code is not ({ IsValid: true } or { SpentOn: UserCodeUse.AgeVerification }))
            return new AgeVerdict(AgeResult.Refused) { Code = code };
        foreach (var (limit, subject) in tries)
            attempts.Return(tx, limit, subject);
        return subscription.AgeVerifiedAt is not null
            ? new AgeVerdict(AgeResult.VerifiedAlready) { Subscription = subscription, Code = code }
            : Spend(tx, code, subscription, birth, lineUserId, now);
    }

    private AgeVerdict Spend(
        Transaction tx, UserCode code, Subscription subscription, DateOnly birth, string? lineUserId, DateTimeOffset now)
    {
        var actor = lineUserId ?? "somebody with the user code";
        if (attempts.Take(tx, DatesPerCode, code.Code, now) is { } tryAgainAt)
            return new AgeVerdict(AgeResult.TooManyTries) { TryAgainAt = tryAgainAt };
        if (!birth.IsAtLeast(Age, JapanTime.DayOf(now)))
        {
            audit.Write(tx, now, actor, "age-refused", subscription.ContractId, subscription.Id);
            return new AgeVerdict(AgeResult.TooYoung);
        }
        codes.Spend(tx, code.Code, UserCodeUse.AgeVerification, now);
        subscriptions.MarkAgeVerified(tx, subscription.Id, now);
        audit.Write(tx, now, actor, "age-verified", subscription.ContractId, subscription.Id);
        return new AgeVerdict(AgeResult.Verified) { Subscription = subscription };
    }
}
