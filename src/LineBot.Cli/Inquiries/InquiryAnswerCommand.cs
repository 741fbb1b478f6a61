using System.CommandLine;
using LineBot.Inquiries;
using LineBot.Storage;

namespace LineBot.Cli.Inquiries;

internal sealed class InquiryAnswerCommand : DeskVerb
{
    private readonly Argument<string> _text;

    public InquiryAnswerCommand(Shell shell) : base(shell, "answer",
        shell.Say("お客さまのトークに返信する", "Answer in the customer's talk"),
        shell.Say("linebot inquiry answer 12 \"お調べしました。\" --as 佐藤", "linebot inquiry answer 12 \"We looked into it.\" --as Sato")) =>
        Arguments.Add(_text = new("TEXT") { Description = shell.Say("返信の文章", "What to say") });

    protected override DeskOutcome Act(ParseResult input, InquiryDesk desk, Transaction tx, long id, string operatorName) =>
        desk.Answer(tx, id, operatorName, input.GetRequiredValue(_text), Shell.Clock.GetUtcNow());
}
