using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Data;
using LineBot.Language;
using LineBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Cli.Ledger;

internal sealed class MonthTurnCommand : Verb
{
    /// <summary>As many as are looked for at a time.</summary>
    private const int Portion = 500;

    private readonly Option<bool> _dryRun;

    public MonthTurnCommand(Shell shell) : base(shell, "month-turn",
        shell.Say("今月のデータをまだ付与していない全回線に付与し、先月分を繰り越す (サービスも毎月行う。何度実行してもよい)",
            "Grant this month's data to every subscription that lacks it and carry the last month's over (the service does so too; safe to run again)"),
        "linebot month-turn --dry-run", "linebot month-turn")
    {
        Options.Add(_dryRun = new("--dry-run")
        {
            Description = shell.Say("残りの回線数を表示するだけ", "Only count what is left to do"),
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var service = await ServiceParts.OfAsync(Shell.Settings(input), Shell);
        var today = JapanTime.DayOf(Shell.Clock.GetUtcNow());
        var waiting = await service.Services.GetRequiredService<Database>().ReadAsync(
            tx => service.Services.GetRequiredService<PartStore>().NotTurned(tx, today, 0, int.MaxValue).Count, cancel);
        var (turned, failed) = (0, 0);
        var started = Shell.Clock.GetTimestamp();
        if (!input.GetValue(_dryRun))
            await Shell.WithProgressAsync(input, $"{today:yyyy-MM}", TurnAllAsync);
        var result = new Result($"{today:yyyy-MM}", waiting, turned, failed, Math.Round(Shell.Clock.GetElapsedTime(started).TotalSeconds, 1));
        Shell.Show(input, result, () => Shell.Output.WriteLine(Say(
            $"{result.Month}: 対象 {result.Waiting:#,0} 回線、付与 {result.Turned:#,0}、失敗 {result.Failed:#,0}",
            $"{result.Month}: {result.Waiting:#,0} subscriptions to turn, {result.Turned:#,0} turned, {result.Failed:#,0} failed")));
        return failed == 0 ? ExitCode.Done : ExitCode.Failed;

        async Task TurnAllAsync(Action<double> show)
        {
            var round = service.Services.GetRequiredService<MonthTurnRound>();
            for (var lastId = 0L; ;)
            {
                var portion = await round.TurnAsync(
                    lastId, Portion, Shell.Clock.GetUtcNow(), took => Task.Delay(Gap.After(took), Shell.Clock, cancel), cancel);
                if (portion.IsEmpty)
                    return;
                (lastId, turned, failed) = (portion.LastId, turned + portion.Turned, failed + portion.Failed);
                show(Math.Min(1, (double)(turned + failed) / waiting));
            }
        }
    }

    private sealed record Result(string Month, int Waiting, int Turned, int Failed, double Seconds);
}
