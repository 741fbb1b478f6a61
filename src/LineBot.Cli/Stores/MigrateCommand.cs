using System.CommandLine;
using LineBot.Storage;

namespace LineBot.Cli.Stores;

internal sealed class MigrateCommand : Verb
{
    private readonly Option<bool> _dryRun;

    public MigrateCommand(Shell shell) : base(shell, "migrate",
        shell.Say("データベースを最新の表にする (サービスも起動時に行う)", "Bring the store's tables up to date (the service does the same when it starts)"),
        "linebot migrate --dry-run", "linebot migrate", "Storage__ConnectionString=\"Data Source=/srv/linebot.db\" linebot migrate")
    {
        Options.Add(_dryRun = new("--dry-run")
        {
            Description = shell.Say("適用せず、状態だけ表示する", "Only show what stands and what is lacking"),
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var store = new Store(Shell.Settings(input), Shell);
        var lacking = Store.Lacking(store.Applied());
        if (!input.GetValue(_dryRun) && lacking.Count > 0)
            await store.OpenAndMigrate().DisposeAsync();
        var after = store.Applied().ToDictionary(migration => migration.Name);
        var rows = Migrations.All().Union(after.Keys)
            .Select(name => new Row(name, after.GetValueOrDefault(name)?.AppliedAt, lacking.Contains(name) && after.ContainsKey(name)))
            .ToList();
        Shell.ShowTable(input, rows,
            (Say("マイグレーション", "migration"), row => row.Name),
            (Say("適用日時 (UTC)", "applied (UTC)"), row => row.AppliedAt ?? Say("未適用", "not applied")),
            ("", row => row.IsNew ? Say("今回適用", "now") : ""));
        return ExitCode.Done;
    }

    private sealed record Row(string Name, string? AppliedAt, bool IsNew);
}
