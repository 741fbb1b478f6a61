using System.CommandLine;
using LineBot.Inquiries;
using LineBot.Storage;

namespace LineBot.Cli.Inquiries;

internal sealed class InquiryCloseCommand(Shell shell) : DeskVerb(shell, "close",
    shell.Say("問い合わせを終了し、お客さまに知らせる", "Close an inquiry and tell the customer"),
    "linebot inquiry close 12 --as Sato")
{
    protected override DeskOutcome Act(ParseResult input, InquiryDesk desk, Transaction tx, long id, string operatorName) =>
        desk.Close(tx, id, operatorName, Shell.Clock.GetUtcNow());
}
