using System.CommandLine;
using LineBot.Storage;

namespace LineBot.Cli.Stores;

internal sealed class StoreCopyCommand : Verb
{
    private readonly Option<string?> _from;
    private readonly Option<string> _to;

    public StoreCopyCommand(Shell shell) : base(shell, "copy",
        shell.Say("SQLite のデータベースを PostgreSQL に写し、1 行ずつ照合する (サービスは停止しておく)",
            "Copy a SQLite store into PostgreSQL and compare it row by row (the service has to be stopped)"),
        "PGPASSWORD=… linebot store copy --to \"Host=db;Database=linebot;Username=linebot\"",
        "linebot store copy --from \"Data Source=/srv/linebot.db\" --to \"Host=db;Database=linebot;Username=linebot;Passfile=/root/.pgpass\"")
    {
        Options.Add(_from = new("--from")
        {
            Description = shell.Say("SQLite の接続文字列 (既定は設定 Storage:ConnectionString)", "SQLite's connection string (default: the setting Storage:ConnectionString)"),
            HelpName = "CONNECTION",
        });
        Options.Add(_to = new("--to")
        {
            Description = shell.Say("PostgreSQL の接続文字列。パスワードは環境変数 PGPASSWORD か Passfile で与える",
                "PostgreSQL's connection string; give the password by the environment variable PGPASSWORD or a Passfile"),
            HelpName = "CONNECTION",
            Required = true,
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var settings = Shell.Settings(input);
        await using var from = At(settings, StorageOptions.Sqlite, input.GetValue(_from) ?? settings.Storage.ConnectionString).Open();
        var target = At(settings, StorageOptions.Postgres, input.GetRequiredValue(_to));
        await using var to = target.OpenToCopyInto();
        var copy = new CopyStore(from, to);
        if (!await copy.IsReadyAsync())
        {
            throw new TroubleException(
                Say("写し先にはすでにデータがあります。何も変えていません。", "The target holds data already. Nothing was changed."), null,
                Say("空のデータベースを作って指定してください (createdb)。", "Make an empty database and name that (createdb)."));
        }
        CopyResult? result = null;
        try
        {
            await Shell.WithProgressAsync(input, Say("写し", "copy"), async (LongJob job) => result = await Task.Run(() => copy.RunAsync((share, table) =>
            {
                job.Now(table);
                job.Share(share);
            }, cancel), cancel));
        }
        catch (CopyDiffersException e)
        {
            throw new TroubleException(
                Say("写し元と写し先が一致しません。途中で書き込みがありました。", "The two sides are not the same: one of them was written to meanwhile."), e.Table,
                Say("サービスを止め、写し先のデータベースを作り直して、もう一度実行してください。", "Stop the service, make the target database anew, then run this again."));
        }
        Shell.Show(input, result!, () => Shell.Output.WriteLine(Say(
            FormattableString.Invariant($"表 {result!.Tables} 個、{result.Rows:#,0} 行。1 行ずつ照合し、すべて一致しました。"),
            FormattableString.Invariant($"{result!.Tables} tables, {result.Rows:#,0} rows. Every row was compared and is the same on both sides."))));
        return ExitCode.Done;
    }

    private Store At(Settings settings, string provider, string connectionString) => new(
        settings.With([new("Storage:Provider", provider), new("Storage:ConnectionString", connectionString)]), Shell);
}
