using LineBot.Console.Staff;

namespace LineBot.Cli.Doctor;

/// <summary>Whether anybody can sign in to the console who decides who else may.</summary>
internal sealed class OperatorsCheck(Examination on) : Check(on, "operators")
{
    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        var counted = await ReadAsync(tx => (All: new OperatorStore().Active(tx).Count, Admins: new OperatorStore().CountAdmins(tx)));
        if (counted.Trouble is not null)
        {
            yield return Unknown("store");
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
                $"サインインできる担当者 {counted.Value.All} 人、うち管理者 {counted.Value.Admins} 人", $"Operators who can sign in: {counted.Value.All}, of whom administrators: {counted.Value.Admins}"));
        }
    }
}
