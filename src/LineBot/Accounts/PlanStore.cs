using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>The catalogue: plans and options are rows, so that an operator changes them without a release.</summary>
public sealed class PlanStore
{
    internal const string PlanColumns = "id, name_ja, name_en, data_kb, has_voice, monthly_yen, is_offered, position";
    private const string OptionColumns = "id, name_ja, name_en, monthly_yen, is_offered, position";

    /// <summary>The plans on sale, in the order in which to show them.</summary>
    public IReadOnlyList<Plan> Offered(Transaction tx) =>
        tx.Query<Plan>($"SELECT {PlanColumns} FROM plans WHERE is_offered = 1 ORDER BY position, id");

    public Plan? Find(Transaction tx, string planId) =>
        tx.Find<Plan>($"SELECT {PlanColumns} FROM plans WHERE id = @planId", new { planId });

    public void Add(Transaction tx, Plan plan) =>
        tx.Execute(
            $"""
            INSERT INTO plans ({PlanColumns})
            VALUES (@Id, @NameJa, @NameEn, @DataKb, @HasVoice, @MonthlyYen, @IsOffered, @Position)
            """,
            plan);

    /// <summary>Every plan, on sale or not, in the order in which to show them.</summary>
    public IReadOnlyList<Plan> All(Transaction tx) => tx.Query<Plan>($"SELECT {PlanColumns} FROM plans ORDER BY position, id");

    /// <summary>Every option, on sale or not, in the order in which to show them.</summary>
    public IReadOnlyList<PlanOption> AllOptions(Transaction tx) => tx.Query<PlanOption>($"SELECT {OptionColumns} FROM options ORDER BY position, id");

    /// <summary>Adds a plan, or changes the names, the place and the sale of the one with its id.</summary>
    public void Put(Transaction tx, Plan plan) =>
        tx.Execute(
            $"""
            INSERT INTO plans ({PlanColumns})
            VALUES (@Id, @NameJa, @NameEn, @DataKb, @HasVoice, @MonthlyYen, @IsOffered, @Position)
            ON CONFLICT (id) DO UPDATE SET name_ja = excluded.name_ja, name_en = excluded.name_en, is_offered = excluded.is_offered, position = excluded.position
            """,
            plan);

    /// <summary>Adds an option, or changes the names, the place and the sale of the one with its id.</summary>
    public void Put(Transaction tx, PlanOption option) =>
        tx.Execute(
            $"""
            INSERT INTO options ({OptionColumns})
            VALUES (@Id, @NameJa, @NameEn, @MonthlyYen, @IsOffered, @Position)
            ON CONFLICT (id) DO UPDATE SET name_ja = excluded.name_ja, name_en = excluded.name_en, is_offered = excluded.is_offered, position = excluded.position
            """,
            option);

    /// <summary>The options on sale, in the order in which to show them.</summary>
    public IReadOnlyList<PlanOption> OptionsOffered(Transaction tx) =>
        tx.Query<PlanOption>($"SELECT {OptionColumns} FROM options WHERE is_offered = 1 ORDER BY position, id");

    /// <summary>The options that a subscription has.</summary>
    public IReadOnlyList<PlanOption> OptionsOf(Transaction tx, long subscriptionId) =>
        tx.Query<PlanOption>(
            $"""
            SELECT {OptionColumns} FROM options
            WHERE id IN (SELECT option_id FROM subscription_options WHERE subscription_id = @subscriptionId) ORDER BY position, id
            """,
            new { subscriptionId });

    /// <summary>Any option of the catalogue, on sale or not; null where there is none of that id.</summary>
    public PlanOption? FindOption(Transaction tx, string optionId) =>
        tx.Find<PlanOption>($"SELECT {OptionColumns} FROM options WHERE id = @optionId", new { optionId });

    /// <summary>The options that a subscription had at some instant from <paramref name="from"/> up to <paramref name="until"/>, each once.</summary>
    /// <param name="until">Not included.</param>
    public IReadOnlyList<PlanOption> OptionsHad(Transaction tx, long subscriptionId, DateTimeOffset from, DateTimeOffset until) =>
        tx.Query<PlanOption>(
            $"""
            SELECT {OptionColumns} FROM options WHERE id IN (
                SELECT option_id FROM subscription_options WHERE subscription_id = @subscriptionId AND since < @until
                UNION
                SELECT option_id FROM ended_options WHERE subscription_id = @subscriptionId AND since < @until AND ended_at > @from)
            ORDER BY position, id
            """,
            new { subscriptionId, from, until });

    public void Add(Transaction tx, PlanOption option) =>
        tx.Execute(
            $"""
            INSERT INTO options ({OptionColumns})
            VALUES (@Id, @NameJa, @NameEn, @MonthlyYen, @IsOffered, @Position)
            """,
            option);

    /// <summary>Gives a subscription an option.</summary>
    /// <returns>False where it has it already; nothing changed then.</returns>
    public bool TakeOption(Transaction tx, long subscriptionId, string optionId, DateTimeOffset now) =>
        tx.Execute(
            """
            INSERT INTO subscription_options (subscription_id, option_id, since)
            VALUES (@subscriptionId, @optionId, @now) ON CONFLICT DO NOTHING
            """,
            new { subscriptionId, optionId, now }) == 1;

    /// <summary>Takes an option away; that it was had is kept for the bill.</summary>
    /// <returns>False where the subscription does not have it; nothing changed then.</returns>
    public bool DropOption(Transaction tx, long subscriptionId, string optionId, DateTimeOffset now)
    {
        var had = new { subscriptionId, optionId, now };
        var kept = tx.Execute(
            """
            INSERT INTO ended_options (subscription_id, option_id, since, ended_at)
            SELECT subscription_id, option_id, since, @now FROM subscription_options
            WHERE subscription_id = @subscriptionId AND option_id = @optionId
            """,
            had);
        tx.Execute("DELETE FROM subscription_options WHERE subscription_id = @subscriptionId AND option_id = @optionId", had);
        return kept == 1;
    }
}
