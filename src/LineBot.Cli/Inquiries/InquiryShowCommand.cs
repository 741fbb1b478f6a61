using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Inquiries;
using LineBot.Language;

namespace LineBot.Cli.Inquiries;

internal sealed class InquiryShowCommand : Verb
{
    private readonly Argument<long> _id;

    public InquiryShowCommand(Shell shell) : base(shell, "show",
        shell.Say("問い合わせのやりとりを表示する (お客さまの書いた内容を含む)", "Show what was said in an inquiry, which is what a customer wrote"),
        "linebot inquiry show 12") =>
        Arguments.Add(_id = InquiryArgument.Of(shell));

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var store = new InquiryStore();
        var id = input.GetRequiredValue(_id);
        var said = await database.ReadAsync(tx => store.Find(tx, id) is null ? null : store.Read(tx, id), cancel)
            ?? throw InquiryArgument.Unknown(id, Shell);
        Shell.ShowTable(input, said.Select(Row.Of).ToList(),
            (Say("日時 (日本時間)", "at (Japan)"), row => $"{row.At:MM-dd HH:mm:ss}"),
            (Say("発言者", "who"), row => row.Operator ?? Say("お客さま", "customer")),
            (Say("内容", "said"), row => row.IsUnsent ? Say("(送信取消)", "(unsent)") : row.Kind == "text" ? PlainText.Of(row.Text) : $"[{row.Kind}] {PlainText.Of(row.Text)}"));
        return ExitCode.Done;
    }

    private sealed record Row(DateTimeOffset At, string? Operator, string Kind, string Text, bool IsUnsent)
    {
        public static Row Of(InquiryMessage message) =>
            new(JapanTime.In(message.At), message.OperatorName, message.Kind, message.Text, message.UnsentAt is not null);
    }
}
