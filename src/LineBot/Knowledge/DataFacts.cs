using LineBot.Accounts;
using LineBot.Data;
using LineBot.Language;
using Microsoft.Extensions.Options;

namespace LineBot.Knowledge;

/// <summary>The rules on data, as configured.</summary>
internal sealed class DataFacts(IOptions<DataPolicy> options, TopUps topUps) : IFacts
{
    private DataPolicy Policy => options.Value;

    public IReadOnlyDictionary<string, Func<FactScope, string>> All => new Dictionary<string, Func<FactScope, string>>
    {
        ["present.step"] = scope => scope.Tongue.Data(Policy.PresentUnitKb),
        ["present.limit"] = scope => Policy.PresentLimitPercent == 100
            ? scope.Tongue.Say("贈る方のプランのデータ量まで", "up to the giver's plan volume")
            : scope.Tongue.Say($"贈る方のプランのデータ量の{Policy.PresentLimitPercent}%まで", $"up to {Policy.PresentLimitPercent}% of the giver's plan volume"),
        ["present.closed"] = scope => scope.Tongue.Say(
            $"月末日の{DayWords.TimeOf(Policy.PresentsCloseAt)}から翌月1日の{DayWords.TimeOf(Policy.PresentsOpenAt)}まで",
            $"from {DayWords.TimeOf(Policy.PresentsCloseAt)} on the last day of the month until {DayWords.TimeOf(Policy.PresentsOpenAt)} on the 1st (JST)"),
        ["present.until"] = scope => LastDay(scope.Tongue, Policy.PresentMonths, "もらった月", "the month of receipt"),
        ["carry-over.until"] = scope => LastDay(scope.Tongue, Policy.CarryOverMonths + 1, "付与された月", "the month it was granted"),
        ["top-up.until"] = scope => LastDay(scope.Tongue, Policy.TopUpMonths, "購入した月", "the month of purchase"),
        ["top-up.prices"] = scope => scope.MayReadPrices
            ? string.Join(scope.Tongue.Say("、", ", "), topUps.Offers.Select(offer => $"{scope.Tongue.Data(offer.Mb * 1_000L)} {scope.Tongue.Yen(offer.Yen)}"))
            : NotForUsers(scope.Tongue),
        ["slow.speed"] = _ => $"{Policy.SlowKbps}kbps",
        ["user-code.digits"] = scope => scope.Tongue.Say($"{UserCode.Digits}桁", $"{UserCode.Digits} digits"),
    };

    /// <summary>What stands in place of a price for whoever only uses a subscription.</summary>
    internal static string NotForUsers(Tongue tongue) => tongue.Say("ご契約者さまにご確認ください", "please ask the contract holder");

    private static string LastDay(Tongue tongue, int months, string first, string firstEn) => months switch
    {
        1 => tongue.Say($"{first}の末日", $"the end of {firstEn}"),
        2 => tongue.Say($"{first}の翌月末日", $"the end of the month after {firstEn}"),
        _ => tongue.Say($"{first}から{months}か月目の末日", $"the end of month {months}, counting {firstEn}"),
    };
}
