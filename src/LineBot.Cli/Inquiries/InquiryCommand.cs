using System.CommandLine;

namespace LineBot.Cli.Inquiries;

/// <summary>The operators' side of トークで問い合わせ, by hand.</summary>
internal sealed class InquiryCommand : Command
{
    public InquiryCommand(Shell shell)
        : base("inquiry", shell.Say("お客さまの問い合わせの一覧・表示・返信・終了", "List, read, answer and close customers' inquiries"))
    {
        Add(new InquiryListCommand(shell));
        Add(new InquiryShowCommand(shell));
        Add(new InquiryAnswerCommand(shell));
        Add(new InquiryCloseCommand(shell));
    }
}
