using LineBot.Accounts;

namespace LineBot.Cli.Catalogue;

/// <summary>A catalogue as its file has it: <c>catalogue show --json</c> prints one.</summary>
internal sealed record CatalogueFile(IReadOnlyList<PlanEntry> Plans, IReadOnlyList<OptionEntry> Options)
{
    public static CatalogueFile Of(Accounts.Catalogue catalogue) => new(
        [.. catalogue.Plans.Select(plan => new PlanEntry(plan.Id, plan.NameJa, plan.NameEn, plan.DataKb / 1_000, plan.HasVoice, plan.MonthlyYen, plan.IsOffered))],
        [.. catalogue.Options.Select(option => new OptionEntry(option.Id, option.NameJa, option.NameEn, option.MonthlyYen, option.IsOffered))]);

    public Accounts.Catalogue ToCatalogue() => new(
        [.. Plans.Select(entry => new Plan
        {
            Id = entry.Id, NameJa = entry.NameJa, NameEn = entry.NameEn, DataKb = entry.DataMb * 1_000, HasVoice = entry.HasVoice,
            MonthlyYen = entry.MonthlyYen, IsOffered = entry.IsOffered,
        })],
        [.. Options.Select(entry => new PlanOption
        {
            Id = entry.Id, NameJa = entry.NameJa, NameEn = entry.NameEn, MonthlyYen = entry.MonthlyYen, IsOffered = entry.IsOffered,
        })]);

    /// <summary>What cannot be sold as it is written; null where nothing is wrong.</summary>
    public string? Fault(Shell shell)
    {
        var ids = Plans.Select(plan => plan.Id).Concat(Options.Select(option => option.Id)).ToList();
        if (ids.FirstOrDefault(string.IsNullOrWhiteSpace) is not null || ids.Count == 0)
            return shell.Say("ID のない行があるか、何も書かれていません。", "An id is lacking, or nothing is in it.");
        if (ids.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return shell.Say($"{twice.Key} が2回書かれています。", $"{twice.Key} is in it twice.");
        if (Plans.FirstOrDefault(plan => plan.NameJa.Length == 0 || plan.NameEn.Length == 0 || plan.DataMb < 0 || plan.MonthlyYen < 0) is { } plan)
            return shell.Say($"{plan.Id}: 名前は日本語と英語の両方、量と料金は0以上です。", $"{plan.Id}: it needs both names, and a volume and a price from 0.");
        if (Options.FirstOrDefault(option => option.NameJa.Length == 0 || option.NameEn.Length == 0 || option.MonthlyYen < 0) is { } option)
            return shell.Say($"{option.Id}: 名前は日本語と英語の両方、料金は0以上です。", $"{option.Id}: it needs both names, and a price from 0.");
        return null;
    }
}

/// <param name="DataMb">Granted each month.</param>
/// <param name="MonthlyYen">Tax included.</param>
internal sealed record PlanEntry(string Id, string NameJa, string NameEn, long DataMb, bool HasVoice, int MonthlyYen, bool IsOffered = true);

/// <param name="MonthlyYen">Tax included.</param>
internal sealed record OptionEntry(string Id, string NameJa, string NameEn, int MonthlyYen, bool IsOffered = true);
