using System.Globalization;

namespace LineBot.Cli.Doctor;

/// <summary>How many of the month's pushes are left.</summary>
internal sealed class QuotaCheck(Examination on) : Check(on, "quota")
{
    private const double Much = 0.8;

    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        if ((await On.BotAsync()).Trouble is not null)
        {
            yield return Unknown("channel");
            yield break;
        }
        var asked = await On.AskAsync(async (channel, cancel) =>
            (Quota: await channel.Line.GetQuotaAsync(cancel), Used: await channel.Line.GetQuotaConsumptionAsync(cancel)));
        if (asked.Trouble is { } trouble)
        {
            yield return Unknown(trouble);
            yield break;
        }
        var (quota, used) = asked.Value;
        if (quota.Value is not { } limit)
        {
            yield return Ok(Say($"今月のプッシュ {Number(used)} 通、上限なし", $"{Number(used)} pushes this month, no limit"));
            yield break;
        }
        var what = Say($"今月のプッシュ {Number(limit)} 通のうち {Number(used)} 通を使用", $"{Number(used)} of {Number(limit)} pushes of this month are used");
        var why = Say("なくなると、お知らせと遅れた返事が届きません (返信は届きます)。", "When they are used up, notices and late answers do not arrive; replies do.");
        var next = Say("LINE Official Account Manager でプランを上げるか、Notices:MonthlyBudget で送る数を抑えてください。",
            "Choose a larger plan in LINE Official Account Manager, or send fewer notices by Notices:MonthlyBudget.");
        yield return used >= limit ? Wrong(what, why, next) : used >= Much * limit ? Advice(what, why, next) : Ok(what);
        if (long.TryParse(Settings.Value("Notices:MonthlyBudget"), CultureInfo.InvariantCulture, out var budget) && budget > limit)
        {
            yield return Advice(
                Say($"Notices:MonthlyBudget ({Number(budget)}) が LINE の上限 ({Number(limit)}) を超えています。", $"Notices:MonthlyBudget ({Number(budget)}) is above LINE's limit ({Number(limit)})."),
                Say("重要でないお知らせが、先に止まりません。", "The least important notices do not stop first."),
                Say("上限より小さくしてください。", "Set it below the limit."));
        }
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
