using System.CommandLine;

namespace LineBot.Cli.Doctor;

internal sealed class DoctorCommand(Shell shell) : Verb(shell, "doctor",
    shell.Say("設定・チャネル・データベースがそろっているかを調べる (異常があれば終了コード 1)",
        "See whether settings, channel and store fit together (exit code 1 where something is wrong)"),
    "linebot doctor", "linebot doctor --settings /etc/linebot/linebot.env", "linebot doctor --json")
{
    protected override Task<int> RunAsync(ParseResult input, CancellationToken cancel) => new Report(Shell).TellAsync(input, Shell.Settings(input), cancel);
}
