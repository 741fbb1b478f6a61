using System.CommandLine;
using LineBot.Accounts;
using LineBot.Cli.Stores;
using LineBot.Privacy;

namespace LineBot.Cli.Customers;

internal sealed class CustomerFindCommand : Verb
{
    private const int Most = 100;

    private readonly Argument<string> _text;
    private readonly Option<string> _operator;

    public CustomerFindCommand(Shell shell) : base(shell, "find",
        shell.Say("ログインID・電話番号・氏名・LINE のユーザーID からお客さまを探す (個人情報を含む。記録に残る)",
            "Find customers by login ID, phone number, name or LINE user id (shows personal data; goes on record)"),
        "linebot customer find oya@example.jp", "linebot customer find 080-0000-0001")
    {
        Arguments.Add(_text = new("TEXT") { Description = shell.Say("探す語 (全体が一致するもの)", "What to look for, in full") });
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var found = await database.WriteAsync(tx =>
        {
            var all = new PersonalDataStore().Find(tx, input.GetRequiredValue(_text), Most);
            new AuditStore().Write(
                tx, Shell.Clock.GetUtcNow(), $"operator:{input.GetRequiredValue(_operator)}", "customer-looked-for", detail: $"{all.Count} found");
            return all;
        });
        Shell.ShowTable(input, found,
            (Say("契約", "contract"), row => row.ContractId),
            (Say("ログインID", "login ID"), row => row.LoginId),
            (Say("契約者", "holder"), row => row.HolderName),
            ("LINE", row => row.LineUserId),
            (Say("状態", "state"), row => row.ContractId is null ? "" : row.EndedAt is null ? Say("契約中", "live") : Say("終了", "ended")));
        return ExitCode.Done;
    }
}
