using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>The catalogue: plans and options are rows, so that an operator changes them without a release.</summary>
public sealed class PlanStore
{
    /// <summary>The plans on sale, in the order in which to show them.</summary>
    public IReadOnlyList<Plan> Offered(Transaction tx) =>
        tx.Query<Plan>("SELECT * FROM plans WHERE is_offered = 1 ORDER BY position, id");

    public Plan? Find(Transaction tx, string planId) =>
        tx.Find<Plan>("SELECT * FROM plans WHERE id = @planId", new { planId });

    public void Add(Transaction tx, Plan plan) =>
        tx.Execute(
            """
            INSERT INTO plans (id, name_ja, name_en, data_kb, has_voice, monthly_yen, is_offered, position)
            VALUES (@Id, @NameJa, @NameEn, @DataKb, @HasVoice, @MonthlyYen, @IsOffered, @Position)
            """,
            plan);

    /// <summary>The options on sale, in the order in which to show them.</summary>
    public IReadOnlyList<PlanOption> OptionsOffered(Transaction tx) =>
        tx.Query<PlanOption>("SELECT * FROM options WHERE is_offered = 1 ORDER BY position, id");

    /// <summary>The options that a subscription has.</summary>
    public IReadOnlyList<PlanOption> OptionsOf(Transaction tx, long subscriptionId) =>
        tx.Query<PlanOption>(
            """
            SELECT o.* FROM subscription_options s JOIN options o ON o.id = s.option_id
            WHERE s.subscription_id = @subscriptionId ORDER BY o.position, o.id
            """,
            new { subscriptionId });

    public void Add(Transaction tx, PlanOption option) =>
        tx.Execute(
            """
            INSERT INTO options (id, name_ja, name_en, monthly_yen, is_offered, position)
            VALUES (@Id, @NameJa, @NameEn, @MonthlyYen, @IsOffered, @Position)
            """,
            option);

    /// <summary>Gives a subscription an option; having it already is not an error.</summary>
    public void TakeOption(Transaction tx, long subscriptionId, string optionId, DateTimeOffset now) =>
        tx.Execute(
            """
            INSERT INTO subscription_options (subscription_id, option_id, since)
            VALUES (@subscriptionId, @optionId, @now) ON CONFLICT DO NOTHING
            """,
            new { subscriptionId, optionId, now });
}
