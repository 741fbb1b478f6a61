using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Language;
using LineBot.Privacy;
using LineBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Customers;

internal sealed class CustomerUnlinkCommand : Verb
{
    private readonly Argument<string> _account;
    private readonly Option<bool> _yes;
    private readonly Option<string> _operator;

    public CustomerUnlinkCommand(Shell shell) : base(shell, "unlink",
        shell.Say("電話を失くしたお客さまの LINE アカウントの連携をすべて解除し、サインインを終わらせる (記録に残る)",
            "Undo all links of the LINE account of somebody who lost their phone, and end its sign-ins (goes on record)"),
        "linebot customer unlink 080-0000-0002", "linebot customer unlink oya@example.jp --yes")
    {
        Arguments.Add(_account = new("ACCOUNT")
        {
            Description = shell.Say("利用者連携の電話番号、契約者連携のログインID、または LINE のユーザーID",
                "The phone number that it uses, the login ID that it holds, or its LINE user id"),
        });
        Options.Add(_yes = new("--yes") { Description = shell.Say("本当に解除する (なければ対象を表示するだけ)", "Really undo them (without it: only show them)") });
        Options.Add(_operator = OperatorOption.Of(shell));
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var service = await ServiceParts.OfAsync(Shell.Settings(input), Shell);
        var (lost, really, now) = (service.Services.GetRequiredService<LostPhone>(), input.GetValue(_yes), Shell.Clock.GetUtcNow());
        var links = await service.Services.GetRequiredService<Database>().WriteAsync(tx =>
        {
            var account = AccountOf(lost, tx, input.GetRequiredValue(_account));
            var all = lost.LinksOf(tx, account, JapanTime.DayOf(now));
            if (really)
                lost.Undo(tx, account, $"operator:{input.GetRequiredValue(_operator)}", now);
            return all;
        });
        Shell.ShowTable(input, links,
            (Say("連携", "link"), link => link.IsContractor ? Say("契約者", "contractor") : Say("利用者", "user")),
            (Say("対象", "of"), link => link.Of), (Say("失う特典", "rewards lost"), link => link.RewardsLost));
        Shell.Error.WriteLine(really
            ? Say("解除しました。メニューは数秒で変わります。", "They are undone. The menu follows within seconds.")
            : Say("まだ何も解除していません。解除するには --yes を付けてください。", "Nothing was undone yet. To undo them, give --yes."));
        return ExitCode.Done;
    }

    private string AccountOf(LostPhone lost, Transaction tx, string key) => lost.AccountOf(tx, key) ?? throw new TroubleException(
        Say("連携している LINE アカウントがありません。", "No LINE account is linked there."), key,
        Say("利用者連携は電話番号で、契約者連携はログインIDで指定してください。linebot customer find で探せます。",
            "Name a user link by its phone number, a contractor link by its login ID. To look for them: linebot customer find"));
}
