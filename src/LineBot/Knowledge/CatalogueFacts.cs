using LineBot.Accounts;
using LineBot.Language;

namespace LineBot.Knowledge;

/// <summary>What the catalogue offers at this moment.</summary>
internal sealed class CatalogueFacts(PlanStore plans, CampaignStore campaigns) : IFacts
{
    public IReadOnlyDictionary<string, Func<FactScope, string>> All { get; } = new Dictionary<string, Func<FactScope, string>>
    {
        ["plan.prices"] = scope => Priced(scope, () => Lines(plans.Offered(scope.Tx).Select(plan => (plan.Name(scope.Tongue), plan.MonthlyYen)), scope.Tongue)),
        ["plan.cheapest"] = scope => Priced(scope, () =>
            plans.Offered(scope.Tx).MinBy(plan => plan.MonthlyYen) is { } plan ? $"{plan.Name(scope.Tongue)}（{scope.Tongue.Yen(plan.MonthlyYen)}）" : None(scope.Tongue)),
        ["option.prices"] = scope => Priced(scope, () => Lines(plans.OptionsOffered(scope.Tx).Select(option => (option.Name(scope.Tongue), option.MonthlyYen)), scope.Tongue)),
        ["option.names"] = scope => string.Join(scope.Tongue.Say("、", ", "), plans.OptionsOffered(scope.Tx).Select(option => option.Name(scope.Tongue))),
        ["campaign.names"] = scope => campaigns.Running(scope.Tx, JapanTime.DayOf(scope.Now)) is { Count: > 0 } running
            ? Lines(scope.Tongue, running.Select(campaign => scope.Tongue.Say(
                $"{campaign.NameJa}（{scope.Tongue.Until(campaign.EndsOn)}）", $"{campaign.NameEn} ({scope.Tongue.Until(campaign.EndsOn)})")))
            : scope.Tongue.Say("ただいま実施中のキャンペーンはありません", "no campaign is running at the moment"),
    };

    private static string Priced(FactScope scope, Func<string> prices) =>
        scope.MayReadPrices ? prices() : DataFacts.NotForUsers(scope.Tongue);

    private static string Lines(IEnumerable<(string Name, int Yen)> offers, Tongue tongue) =>
        Lines(tongue, offers.Select(offer => tongue.Say($"{offer.Name}　{tongue.Yen(offer.Yen)}", $"{offer.Name}: {tongue.Yen(offer.Yen)}")));

    private static string Lines(Tongue tongue, IEnumerable<string> lines) => string.Join('\n', lines.DefaultIfEmpty(None(tongue)));

    private static string None(Tongue tongue) => tongue.Say("ただいまご案内できるものはありません", "nothing is on sale at the moment");
}
