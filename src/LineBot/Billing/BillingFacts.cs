using LineBot.Knowledge;
using LineBot.Language;

namespace LineBot.Billing;

/// <summary>When bills are told and charged, for the help articles.</summary>
internal sealed class BillingFacts : IFacts
{
    public IReadOnlyDictionary<string, Func<FactScope, string>> All => new Dictionary<string, Func<FactScope, string>>
    {
        ["bill.told-on"] = scope => DayOfNextMonth(scope, bill => bill.ToldOn),
        ["bill.charged-on"] = scope => DayOfNextMonth(scope, bill => bill.ChargedOn),
    };

    private static string DayOfNextMonth(FactScope scope, Func<Bill, DateOnly> of)
    {
        var day = of(new Bill(JapanTime.FirstOfMonth(JapanTime.DayOf(scope.Now)), [], IsClosed: true)).Day;
        return scope.Tongue.Say($"翌月{day}日", $"on day {day} of the next month");
    }
}
