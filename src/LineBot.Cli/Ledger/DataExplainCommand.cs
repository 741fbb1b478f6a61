using System.CommandLine;
using System.Globalization;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Ledger;

internal sealed class DataExplainCommand : DataVerb
{
    private readonly Option<string?> _month;

    public DataExplainCommand(Shell shell) : base(shell, "explain",
        shell.Say("残量がその値である理由を、1 か月の明細で示す", "Say why there is what there is: a month's statement with the balance after each line"),
        "linebot data explain 080-0000-0001", "linebot data explain 12 --month 2026-10 --json") =>
        Options.Add(_month = new("--month")
        {
            Description = shell.Say("月 (既定は今月)", "The month (default: this one)"),
            HelpName = "YYYY-MM",
        });

    protected override void Show(ParseResult input, WebApplication service, Transaction tx, long subscriptionId)
    {
        var now = Shell.Clock.GetUtcNow();
        var statement = service.Services.GetRequiredService<Statements>().Of(tx, subscriptionId, Month(input.GetValue(_month)) ?? JapanTime.DayOf(now), now);
        Shell.Show(input, Result.Of(subscriptionId, statement), () =>
        {
            Shell.Output.WriteLine($"{statement.Month:yyyy-MM} {Say("月初", "opening")} {Kb(statement.OpeningKb)}");
            Shell.ShowTable(input, statement.Lines,
                (Say("日", "day"), line => $"{line.Day:MM-dd}"),
                (Say("理由", "why"), line => Why(line)),
                (Say("種類", "part"), line => $"{PartName(line.Kind)} ({Say($"{line.LastDay:MM-dd} まで", $"until {line.LastDay:MM-dd}")})"),
                (Say("増減", "change"), line => line.Kb.ToString("+#,0 KB;-#,0 KB", CultureInfo.InvariantCulture)),
                (Say("残り", "balance"), line => Kb(line.BalanceKb)),
                (Say("記帳 (日本時間)", "booked (Japan)"), line => $"{JapanTime.In(line.BookedAt):MM-dd HH:mm}"));
            Shell.Output.WriteLine($"{Say("残量", "balance")} {Kb(statement.ClosingKb)} ({Shell.Tongue.Data(statement.ClosingKb)})");
        });
    }

    private string Why(StatementLine line)
    {
        var why = line.Reason switch
        {
            EntryReason.Granted => Say("今月の付与", "granted"),
            EntryReason.Used => line.Kb < 0 ? Say("利用", "used") : Say("利用の訂正", "used less, corrected"),
            EntryReason.Carried => line.Kb < 0 ? Say("翌月へ繰越", "carried on") : Say("前月から繰越", "carried over"),
            EntryReason.Given => Say("プレゼントした", "given"),
            EntryReason.Received => Say("プレゼントされた", "received"),
            EntryReason.Returned => Say("プレゼントが戻った", "present came back"),
            EntryReason.Bought => Say("購入", "bought"),
            _ => Say("期限切れ", "expired"),
        };
        return line.Counterpart is null ? why : $"{why} {line.Counterpart}";
    }

    private DateOnly? Month(string? text)
    {
        if (text is null)
            return null;
        if (DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return month;
        throw new TroubleException(
            Say("月が読めません。", "That month cannot be read."), text, Say("2026-11 のように書いてください。", "Write it like 2026-11."));
    }

    private sealed record Result(long SubscriptionId, string Month, long OpeningKb, long ClosingKb, IReadOnlyList<StatementLine> Lines)
    {
        public static Result Of(long subscriptionId, Statement statement) =>
            new(subscriptionId, $"{statement.Month:yyyy-MM}", statement.OpeningKb, statement.ClosingKb, statement.Lines);
    }
}
