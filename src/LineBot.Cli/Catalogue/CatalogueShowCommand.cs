using System.CommandLine;
using System.Globalization;
using LineBot.Accounts;
using LineBot.Cli.Stores;

namespace LineBot.Cli.Catalogue;

internal sealed class CatalogueShowCommand(Shell shell) : Verb(shell, "show",
    shell.Say("料金プランとオプションを表示する", "Show the plans and options"),
    "linebot catalogue show", "linebot catalogue show --json > catalogue.json")
{
    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var file = CatalogueFile.Of(await database.ReadAsync(tx => Accounts.Catalogue.Of(tx, new PlanStore()), cancel));
        if (Shell.WantsJson(input))
        {
            Shell.Show(input, file, () => { });
            return ExitCode.Done;
        }
        var rows = file.Plans.Select(plan => new Row(plan.Id, plan.NameJa, plan.NameEn, $"{plan.DataMb.ToString("#,0", CultureInfo.InvariantCulture)} MB", plan.MonthlyYen, plan.IsOffered))
            .Concat(file.Options.Select(option => new Row(option.Id, option.NameJa, option.NameEn, "", option.MonthlyYen, option.IsOffered))).ToList();
        Shell.ShowTable(input, rows,
            ("ID", row => row.Id), (Say("名称", "name"), row => Say(row.NameJa, row.NameEn)), (Say("量", "data"), row => row.Data),
            (Say("月額 (円)", "yen a month"), row => row.Yen.ToString("#,0", CultureInfo.InvariantCulture)),
            ("", row => row.IsOffered ? "" : Say("販売終了", "not sold")));
        return ExitCode.Done;
    }

    private sealed record Row(string Id, string NameJa, string NameEn, string Data, int Yen, bool IsOffered);
}
