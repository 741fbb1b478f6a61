using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Privacy;
using LineBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Customers;

internal sealed class CustomerEraseCommand : Verb
{
    private readonly Argument<string> _customer;
    private readonly Option<bool> _endsContracts;
    private readonly Option<bool> _yes;
    private readonly Option<string> _operator;

    public CustomerEraseCommand(Shell shell) : base(shell, "erase",
        shell.Say("お客さまの個人データを消去する。請求書とデータの台帳は、法定の保存のため仮名で残る。元に戻せない",
            "Erase a customer. Bills and the data ledger stay under a pseudonym, as the law asks for the books. It cannot be undone"),
        "linebot customer erase oya@example.jp", "linebot customer erase oya@example.jp --end-contracts --yes")
    {
        Arguments.Add(_customer = CustomerArgument.Of(shell));
        Options.Add(_endsContracts = new("--end-contracts")
        {
            Description = shell.Say("続いている契約も、いま終了させて消去する", "End contracts that are live, and erase them too"),
        });
        Options.Add(_yes = new("--yes") { Description = shell.Say("本当に消去する (なければ対象を表示するだけ)", "Really erase (without it: only show what it would be)") });
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var service = await ServiceParts.OfAsync(Shell.Settings(input), Shell);
        var database = service.Services.GetRequiredService<Database>();
        var key = input.GetRequiredValue(_customer);
        if (!input.GetValue(_yes))
            return await ShowAsync(input, database, key, cancel);
        var result = await database.WriteAsync(tx => service.Services.GetRequiredService<Erasure>().Erase(
            tx, CustomerArgument.Scope(tx, key, Shell), input.GetValue(_endsContracts), $"operator:{input.GetRequiredValue(_operator)}",
            Shell.Clock.GetUtcNow()));
        if (result.Pseudonym is null)
        {
            throw new TroubleException(
                Say("契約が続いているため、消去していません。", "Nothing was erased: there are live contracts."), string.Join(", ", result.LiveContracts),
                Say("解約の手続きのあとに実行するか、--end-contracts を付けて契約も終了させてください。", "End them first, or give --end-contracts to end them by this."));
        }
        Shell.Show(input, result, () => Shell.Output.WriteLine(Say(
            $"消去しました ({result.Rows} 行)。請求書・データの台帳・操作の記録は、仮名 {result.Pseudonym} で残ります。",
            $"Erased ({result.Rows} rows). Bills, the data ledger and the record stay under the pseudonym {result.Pseudonym}.")));
        return ExitCode.Done;
    }

    private async Task<int> ShowAsync(ParseResult input, Database database, string key, CancellationToken cancel)
    {
        var tables = await database.ReadAsync(
            tx => CustomerExport.Of(tx, CustomerArgument.Scope(tx, key, Shell)).Select(table => new { Table = table.Key, Rows = table.Value.Count }).ToList(),
            cancel);
        Shell.ShowTable(input, tables, (Say("表", "table"), row => row.Table), (Say("行", "rows"), row => row.Rows));
        Shell.Error.WriteLine(Say("まだ何も消去していません。消去するには --yes を付けてください。", "Nothing was erased yet. To erase, give --yes."));
        return ExitCode.Done;
    }
}
