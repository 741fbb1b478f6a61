using LineBot.Language;

namespace LineBot.Billing;

/// <summary>How a month becomes a bill: the one place that knows the prices' arithmetic. It looks nothing up.</summary>
public static class BillRules
{
    /// <param name="creditYen">Rewards not used on a bill yet; no more of it is taken off than there is to pay.</param>
    public static IReadOnlyList<BillLine> LinesOf(DateOnly month, IEnumerable<BilledSubscription> subscriptions, int creditYen)
    {
        var lines = subscriptions.SelectMany(subscription => LinesOf(month, subscription)).ToList();
        var credit = Math.Min(creditYen, lines.Sum(line => line.Yen));
        if (credit > 0)
            lines.Add(new BillLine { Kind = BillLineKind.Credit, NameJa = "特典（料金からの割引）", NameEn = "Reward (off the bill)", Yen = -credit });
        return lines;
    }

    /// <summary>A month's price by the days that are left of the month, as its data is; rounded down to a whole yen.</summary>
    public static int ShareOf(int monthlyYen, DateOnly from)
    {
        var days = DateTime.DaysInMonth(from.Year, from.Month);
        return monthlyYen * (days - from.Day + 1) / days;
    }

    private static IEnumerable<BillLine> LinesOf(DateOnly month, BilledSubscription subscription)
    {
        var (plan, from) = (subscription.Plan, subscription.ActivatedOn > month ? subscription.ActivatedOn : month);
        yield return new BillLine
        {
            Kind = BillLineKind.Plan, SubscriptionId = subscription.Id, NameJa = plan.NameJa, NameEn = plan.NameEn,
            Day = from > month ? from : null, Yen = ShareOf(plan.MonthlyYen, from),
        };
        foreach (var option in subscription.Options)
        {
            yield return new BillLine
            {
                Kind = BillLineKind.Option, SubscriptionId = subscription.Id, NameJa = option.NameJa, NameEn = option.NameEn, Yen = option.MonthlyYen,
            };
        }
        foreach (var topUp in subscription.TopUps)
        {
            yield return new BillLine
            {
                Kind = BillLineKind.TopUp, SubscriptionId = subscription.Id,
                NameJa = $"データ追加 {Tongue.Japanese.Data(topUp.Kb)}", NameEn = $"Data top-up {Tongue.English.Data(topUp.Kb)}",
                Day = JapanTime.DayOf(topUp.BoughtAt), Yen = topUp.Yen,
            };
        }
    }
}
