using LineBot.Console.Staff;

namespace LineBot.Cli.Doctor;

/// <summary>Whether anybody can sign in to the console who decides who else may.</summary>
internal sealed class OperatorsCheck(Examination on) : Check(on, "operators")
{
    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        var counted = await ReadAsync(tx => (Active: new OperatorStore().Active(tx).Count, Admins: new OperatorStore().CountAdmins(tx), IsNew: new OperatorStore().IsEmpty(tx)));
        if (counted.Trouble is not null)
        {
            yield return Unknown("store");
        }
        else if (counted.Value.IsNew)
        {
            yield return Advice(
                Say("コンソールの担当者がまだいません。", "There are no operators of the console yet."),
                Say("サービスの最初の起動が管理者を 1 人作り、パスワードを一度だけ標準出力に書きます。", "The service's first start makes one, and writes their password to standard output, once."),
                Say("名前を選ぶなら、その前に: linebot operator add NAME --role admin", "To choose the name, run before that: linebot operator add NAME --role admin"));
        }
        else if (counted.Value.Admins == 0)
        {
            yield return Wrong(
                Say("サインインできる管理者がいません。", "No administrator can sign in to the console."),
                Say("担当者を追加も停止もできません。", "Nobody can add operators or let them go."),
                Say("linebot operator add NAME --role admin、または linebot operator enable NAME を実行してください。",
                    "Run: linebot operator add NAME --role admin, or: linebot operator enable NAME"));
        }
        else
        {
            yield return Ok(Say(
                $"サインインできる担当者 {counted.Value.Active} 人、うち管理者 {counted.Value.Admins} 人", $"Operators who can sign in: {counted.Value.Active}, of whom administrators: {counted.Value.Admins}"));
        }
    }
}
