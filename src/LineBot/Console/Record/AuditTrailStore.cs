using LineBot.Storage;

namespace LineBot.Console.Record;

/// <summary>One line of the record.</summary>
/// <param name="Actor">A LINE user id, <c>operator:NAME</c> or <c>system</c>.</param>
public sealed record AuditLine(long Id, DateTimeOffset At, string Actor, string Action, long? ContractId, long? SubscriptionId, string Detail);

/// <summary>What of the record is wanted; null and empty are anything.</summary>
/// <param name="Actor">Who did it, exactly.</param>
/// <param name="Action">What was done, exactly.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The instant after the last.</param>
/// <param name="Before">Only lines older than this one, by id.</param>
public sealed record AuditFilter(
    string? Actor, string? Action, long? ContractId, long? SubscriptionId, DateTimeOffset? From, DateTimeOffset? Until, long? Before);

/// <summary>Reads the record of who did what.</summary>
public sealed class AuditTrailStore
{
    private const string Columns = "id, at, actor, action, contract_id, subscription_id, detail";

    /// <summary>The newest lines first.</summary>
    public IReadOnlyList<AuditLine> Search(Transaction tx, AuditFilter filter, int limit)
    {
        List<string> wanted = ["1 = 1"];
        void Want(bool isAsked, string condition)
        {
            if (isAsked)
                wanted.Add(condition);
        }

        Want(!string.IsNullOrEmpty(filter.Actor), "actor = @Actor");
        Want(!string.IsNullOrEmpty(filter.Action), "action = @Action");
        Want(filter.ContractId is not null, "contract_id = @ContractId");
        Want(filter.SubscriptionId is not null, "subscription_id = @SubscriptionId");
        Want(filter.From is not null, "at >= @From");
        Want(filter.Until is not null, "at < @Until");
        Want(filter.Before is not null, "id < @Before");
        return tx.Query<AuditLine>(
            $"SELECT {Columns} FROM audit_log WHERE {string.Join(" AND ", wanted)} ORDER BY id DESC LIMIT @limit",
            new { filter.Actor, filter.Action, filter.ContractId, filter.SubscriptionId, filter.From, filter.Until, filter.Before, limit });
    }

    /// <summary>What there is to filter by: every action that was ever noted.</summary>
    public IReadOnlyList<string> Actions(Transaction tx) => tx.Query<string>("SELECT DISTINCT action FROM audit_log ORDER BY action");

    /// <summary>What happened lately to one customer's account, newest first; who looked at it is not part of it.</summary>
    public IReadOnlyList<AuditLine> OfCustomer(
        Transaction tx, string lineUserId, IReadOnlyList<long> contractIds, IReadOnlyList<long> subscriptionIds, int limit)
    {
        const string Rest = "AND action NOT LIKE '%-viewed' ORDER BY id DESC LIMIT @limit";
        IEnumerable<AuditLine> lines = tx.Query<AuditLine>($"SELECT {Columns} FROM audit_log WHERE actor = @lineUserId {Rest}", new { lineUserId, limit });
        foreach (var id in contractIds)
            lines = lines.Concat(tx.Query<AuditLine>($"SELECT {Columns} FROM audit_log WHERE contract_id = @id {Rest}", new { id, limit }));
        foreach (var id in subscriptionIds)
            lines = lines.Concat(tx.Query<AuditLine>($"SELECT {Columns} FROM audit_log WHERE subscription_id = @id {Rest}", new { id, limit }));
        return [.. lines.DistinctBy(line => line.Id).OrderByDescending(line => line.Id).Take(limit)];
    }
}
