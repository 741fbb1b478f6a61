using System.CommandLine;
using LineBot.Cli.Stores;
using LineBot.Applications;
using LineBot.Language;

namespace LineBot.Cli.Applications;

internal sealed class ApplicationListCommand : Verb
{
    public ApplicationListCommand(Shell shell) : base(shell, "list",
        shell.Say("承認を待っている申込を、古い順に表示する", "Show the applications that wait for a decision, oldest first"),
        "linebot application list", "linebot application list --json")
    {
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        await using var database = new Store(Shell.Settings(input), Shell).Open();
        var waiting = await database.ReadAsync(tx => new ApplicationStore().ListReceived(tx), cancel);
        Shell.ShowTable(input, waiting.Select(Row.Of).ToList(),
            ("ID", row => row.Id),
            (Say("受付 (日本時間)", "received (Japan)"), row => $"{row.ReceivedAt:MM-dd HH:mm}"),
            (Say("種類", "kind"), row => row.Kind),
            (Say("プラン", "plan"), row => row.Plan));
        return ExitCode.Done;
    }

    private sealed record Row(long Id, DateTimeOffset ReceivedAt, string Kind, string Plan)
    {
        public static Row Of(Application application) =>
            new(application.Id, JapanTime.In(application.ReceivedAt), application.Kind, application.PlanId);
    }
}
