using LineBot.Language;
using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>Subscriptions (回線) that are active, each with its plan.</summary>
public sealed class SubscriptionStore
{
    private const string Select =
        """
        SELECT s.id, s.contract_id, s.phone_number, s.user_name, s.plan_id, s.next_plan_id, s.activated_at, s.age_verified_at,
               p.name_ja AS plan_name_ja, p.name_en AS plan_name_en, p.data_kb AS plan_data_kb,
               p.monthly_yen AS plan_monthly_yen, p.has_voice
        FROM subscriptions s JOIN plans p ON p.id = s.plan_id
        """;

    /// <summary>Keys that one statement looks up.</summary>
    private const int ManyKeys = 50;

    private static readonly string Places = string.Join(", ", Enumerable.Range(1, ManyKeys).Select(n => $"@{n}"));
    private static readonly string ByIds = $"SELECT id FROM subscriptions WHERE id IN ({Places})";
    private static readonly string ByNumbers = $"SELECT id, phone_number FROM subscriptions WHERE phone_number IN ({Places})";

    public Subscription? Find(Transaction tx, long subscriptionId)
    {
        // Runs for every look at a balance: compiled once, read by hand.
        const string sql = $"{Select} WHERE s.id = @1 AND s.ended_at IS NULL";
        using var row = tx.Prepared(sql).With(subscriptionId).Read();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>The ids of subscriptions, active or ended; those that there are.</summary>
    public IReadOnlyDictionary<SubscriptionKey, long> FindIds(Transaction tx, IEnumerable<SubscriptionKey> keys)
    {
        var found = new Dictionary<SubscriptionKey, long>();
        var byWay = keys.Distinct().ToLookup(key => key.PhoneNumber is null);
        foreach (var some in byWay[true].Chunk(ManyKeys))
        {
            using var rows = tx.Prepared(ByIds).With(Filled(some, key => key.Id)).Read();
            while (rows.Read())
                found[SubscriptionKey.Of(rows.GetInt64(0))] = rows.GetInt64(0);
        }
        foreach (var some in byWay[false].Chunk(ManyKeys))
        {
            using var rows = tx.Prepared(ByNumbers).With(Filled(some, key => key.PhoneNumber)).Read();
            while (rows.Read())
                found[SubscriptionKey.Of(rows.GetString(1))] = rows.GetInt64(0);
        }
        return found;
    }

    /// <summary>A value for each place of a statement; the last one stands in those that are left over.</summary>
    private static object?[] Filled(SubscriptionKey[] keys, Func<SubscriptionKey, object?> value) =>
        [.. Enumerable.Range(0, ManyKeys).Select(i => value(keys[Math.Min(i, keys.Length - 1)]))];

    /// <summary>The id of a subscription, active or ended, or null where there is none.</summary>
    public long? FindId(Transaction tx, SubscriptionKey key)
    {
        const string byNumber = "SELECT id FROM subscriptions WHERE phone_number = @1";
        const string byId = "SELECT id FROM subscriptions WHERE id = @1";
        return (long?)(key.PhoneNumber is null ? tx.Prepared(byId).With(key.Id) : tx.Prepared(byNumber).With(key.PhoneNumber)).Scalar();
    }

    /// <summary>The subscriptions of a contract, oldest first: at most five by the terms of contract.</summary>
    public IReadOnlyList<Subscription> OfContract(Transaction tx, long contractId) =>
        tx.Query<Subscription>($"{Select} WHERE s.contract_id = @contractId AND s.ended_at IS NULL ORDER BY s.id", new { contractId });

    /// <summary>The subscriptions of all contracts linked to a LINE account, in the order of the contracts' ids.</summary>
    public IReadOnlyList<Subscription> OfHolder(Transaction tx, string lineUserId) =>
        tx.Query<Subscription>(
            $"""
            {Select} JOIN contractor_links l ON l.contract_id = s.contract_id
            JOIN contracts k ON k.id = s.contract_id AND k.ended_at IS NULL
            WHERE l.line_user_id = @lineUserId AND s.ended_at IS NULL ORDER BY s.contract_id, s.id
            """,
            new { lineUserId });

    /// <summary>Makes a plan change that was waiting for the month's turn the plan of today. Without one, nothing changes.</summary>
    /// <param name="month">The first day of the month with which it takes effect.</param>
    public void TakeUpNextPlan(Transaction tx, long subscriptionId, DateOnly month)
    {
        var taken = tx.Execute(
            "UPDATE subscriptions SET plan_id = next_plan_id, next_plan_id = NULL WHERE id = @subscriptionId AND next_plan_id IS NOT NULL",
            new { subscriptionId });
        if (taken > 0)
            WriteDownPlan(tx, subscriptionId, month);
    }

    /// <summary>年齢確認済み, for good: the first time counts.</summary>
    public void MarkAgeVerified(Transaction tx, long subscriptionId, DateTimeOffset now) =>
        tx.Execute(
            "UPDATE subscriptions SET age_verified_at = @now WHERE id = @subscriptionId AND age_verified_at IS NULL", new { subscriptionId, now });

    /// <summary>Adds a subscription and returns its id; <paramref name="subscription"/>'s own id and plan columns are ignored.</summary>
    public long Add(Transaction tx, Subscription subscription)
    {
        var id = tx.Get<long>(
            """
            INSERT INTO subscriptions (contract_id, phone_number, user_name, plan_id, activated_at)
            VALUES (@ContractId, @PhoneNumber, @UserName, @PlanId, @ActivatedAt)
            RETURNING id
            """,
            subscription);
        WriteDownPlan(tx, id, JapanTime.FirstOfMonth(JapanTime.DayOf(subscription.ActivatedAt)));
        return id;
    }

    private static void WriteDownPlan(Transaction tx, long subscriptionId, DateOnly month) =>
        tx.Execute(
            """
            INSERT INTO subscription_plans (subscription_id, from_month, plan_id)
            SELECT id, @month, plan_id FROM subscriptions WHERE id = @subscriptionId
            """,
            new { subscriptionId, month });

    private static Subscription Read(PreparedRows row) => new()
    {
        Id = row.GetInt64(0),
        ContractId = row.GetInt64(1),
        PhoneNumber = row.GetString(2),
        UserName = row.GetString(3),
        PlanId = row.GetString(4),
        NextPlanId = row.IsDBNull(5) ? null : row.GetString(5),
        ActivatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        AgeVerifiedAt = row.IsDBNull(7) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        PlanNameJa = row.GetString(8),
        PlanNameEn = row.GetString(9),
        PlanDataKb = row.GetInt64(10),
        PlanMonthlyYen = row.GetInt32(11),
        HasVoice = row.GetBoolean(12),
    };
}
