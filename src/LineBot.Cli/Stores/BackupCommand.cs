using System.CommandLine;
using LineBot.Storage;

namespace LineBot.Cli.Stores;

internal sealed class BackupCommand : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<bool> _replace;

    public BackupCommand(Shell shell) : base(shell, "backup",
        shell.Say("使用中のデータベースのある時点の写しを作り、読み直して確かめる", "Copy the store as it is at one moment, in use or not, and read the copy again"),
        "linebot backup /backup/linebot-20261128.db", "linebot backup /backup/latest.db --replace")
    {
        Arguments.Add(_file = new("FILE") { Description = shell.Say("作るファイル (お客さまの個人情報が入る)", "The file to make. It holds all customers' personal data") });
        Options.Add(_replace = new("--replace")
        {
            Description = shell.Say("すでにあるファイルを、写しが完成したときに置き換える", "Replace a file that is there, once the copy is whole"),
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var store = new Store(Shell.Settings(input), Shell);
        var applied = store.Applied();
        if (applied.Count == 0)
            throw store.Missing();
        var (from, target, isReplaced) = (store.File(), Target(input), input.GetValue(_replace));
        if (target.Path == from.Path || (target.Exists && !isReplaced))
            throw Refusal(target, from);
        var began = Shell.Clock.GetTimestamp();
        var made = new Made(target.Path, 0, applied.Count, 0);
        await Shell.WithProgressAsync(input, target.Path, async show =>
        {
            using var copy = await VerifiedCopy.OfAsync(from, target, Shell, show, cancel);
            if (!copy.Migrations.SequenceEqual(applied.Select(migration => migration.Name)))
            {
                throw new TroubleException(
                    Say("写しを作る間にデータベースの表が変わりました。", "The store's tables changed while it was copied."), from.Path,
                    Say("もう一度実行してください。", "Run this again."));
            }
            copy.MoveTo(target, isReplaced);
            made = made with { Bytes = new FileInfo(target.Path).Length, Seconds = Math.Round(Shell.Clock.GetElapsedTime(began).TotalSeconds, 1) };
        });
        Shell.Show(input, made, () => Shell.Output.WriteLine(Say(
            FormattableString.Invariant($"{made.File}: {made.Bytes:#,0} バイト、マイグレーション {made.Migrations} 件、{made.Seconds} 秒。読み直して確かめました。"),
            FormattableString.Invariant($"{made.File}: {made.Bytes:#,0} bytes, {made.Migrations} migrations, {made.Seconds} s. It was read again and is whole."))));
        return ExitCode.Done;
    }

    private StoreFile Target(ParseResult input)
    {
        var path = input.GetRequiredValue(_file);
        return !Directory.Exists(path)
            ? new StoreFile(path)
            : throw new TroubleException(
                Say("それはフォルダーです。", "That is a folder."), path, Say("ファイル名まで指定してください。", "Name the file in it, too."));
    }

    private TroubleException Refusal(StoreFile target, StoreFile store) => target.Path == store.Path
        ? new(Say("それはデータベースそのものです。", "That is the store itself."), target.Path, Say("別のファイルを指定してください。", "Name another file."))
        : new(Say("そのファイルはすでにあります。", "There is such a file already."), target.Path,
            Say("別の名前にするか、--replace を付けてください。", "Choose another name, or say --replace."));

    private sealed record Made(string File, long Bytes, int Migrations, double Seconds);
}
