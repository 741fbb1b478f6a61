using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Inquiries;
using LineBot.Language;

namespace LineBot.Cli.Inquiries;

internal sealed class InquiryListCommand : Verb
{
    public InquiryListCommand(Shell shell) : base(shell, "list",
        shell.Say("終了していない問い合わせを、待っている順に表示する", "Show the open inquiries, the longest waiting first"),
        "linebot inquiry list", "linebot inquiry list --json")
    {
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var store = new InquiryStore();
        var rows = await database.ReadAsync(tx => store.ListOpen(tx).Select(inquiry => Row.Of(inquiry, store.CountUnanswered(tx, inquiry.Id))).ToList(), cancel);
        Shell.ShowTable(input, rows,
            ("ID", row => row.Id),
            (Say("受付 (日本時間)", "opened (Japan)"), row => $"{row.OpenedAt:MM-dd HH:mm}"),
            (Say("返信待ち", "waiting since"), row => row.WaitingSince is { } since ? $"{since:MM-dd HH:mm}" : ""),
            (Say("未返信の件数", "unanswered"), row => row.Unanswered),
            (Say("担当", "with"), row => row.Operator ?? ""));
        return ExitCode.Done;
    }

    private sealed record Row(long Id, DateTimeOffset OpenedAt, DateTimeOffset? WaitingSince, int Unanswered, string? Operator)
    {
        public static Row Of(Inquiry inquiry, int unanswered) => new(
            inquiry.Id, JapanTime.In(inquiry.OpenedAt), inquiry.WaitingSince is { } since ? JapanTime.In(since) : null, unanswered,
            inquiry.TakenBy);
    }
}
