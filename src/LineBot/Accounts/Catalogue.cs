using LineBot.Storage;

namespace LineBot.Accounts;

/// <summary>
/// The plans and options that an operator sells, taken in as a whole. What somebody may have bought never changes under them: another
/// price or volume is another plan, and a plan that is no longer sold is kept by those who have it.
/// </summary>
/// <param name="Plans">In the order in which to show them.</param>
/// <param name="Options">In the order in which to show them.</param>
public sealed record Catalogue(IReadOnlyList<Plan> Plans, IReadOnlyList<PlanOption> Options)
{
    public static Catalogue Of(Transaction tx, PlanStore store) => new(store.All(tx), store.AllOptions(tx));

    /// <summary>What would change for somebody: ids whose price, volume or kind is another than in the store.</summary>
    public IReadOnlyList<string> Conflicts(Catalogue known) =>
    [
        .. from plan in Plans
           join other in known.Plans on plan.Id equals other.Id
           where (plan.DataKb, plan.HasVoice, plan.MonthlyYen) != (other.DataKb, other.HasVoice, other.MonthlyYen)
           select plan.Id,
        .. from option in Options
           join other in known.Options on option.Id equals other.Id
           where option.MonthlyYen != other.MonthlyYen
           select option.Id,
    ];

    /// <summary>Adds what is new, renames, re-orders and puts on or off sale what is known; what it does not name stays.</summary>
    public void Load(Transaction tx, PlanStore store)
    {
        for (var position = 0; position < Plans.Count; position++)
            store.Put(tx, Plans[position] with { Position = position });
        for (var position = 0; position < Options.Count; position++)
            store.Put(tx, Options[position] with { Position = position });
    }
}
