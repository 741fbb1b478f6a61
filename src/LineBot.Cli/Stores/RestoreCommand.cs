using System.CommandLine;
using System.Globalization;
using LineBot.Storage;

namespace LineBot.Cli.Stores;

internal sealed class RestoreCommand : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<bool> _replace;

    public RestoreCommand(Shell shell) : base(shell, "restore",
        shell.Say("バックアップを確かめてデータベースとして置く (サービスは止めておく)", "Check a backup and make it the store (the service has to be stopped)"),
        "linebot restore /backup/linebot-20261128.db --replace")
    {
        Arguments.Add(_file = new("FILE") { Description = shell.Say("linebot backup が作ったファイル。そのまま残る", "A file that linebot backup made. It stays as it is") });
        Options.Add(_replace = new("--replace")
        {
            Description = shell.Say("今のデータベースを別名で残して置き換える", "Set the present store aside under another name"),
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancel)
    {
        var (from, store) = (new StoreFile(input.GetRequiredValue(_file)), new Store(Shell.Settings(input), Shell).File());
        if (Refusal(from, store, input.GetValue(_replace)) is { } refusal)
            throw refusal;
        var aside = new StoreFile($"{store.Path}.before-restore-{Shell.Clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        var hadStore = store.Exists;
        var restored = new Restored(store.Path, from.Path, 0, [], hadStore ? aside.Path : null);
        await Shell.WithProgressAsync(input, store.Path, async show =>
        {
            using var copy = await VerifiedCopy.OfAsync(from, store, Shell, show, cancel);
            if (copy.Migrations.Except(Migrations.All()).ToList() is { Count: > 0 } unknown)
            {
                throw new TroubleException(
                    Say("このバックアップは、より新しい版の LineBot のものです。", "That backup was made with a newer version of LineBot."),
                    $"{from.Path}: {string.Join(", ", unknown)}", Say("新しい版の linebot で実行してください。", "Run this with that version's linebot."));
            }
            copy.TakePlaceOf(store, aside);
            restored = restored with
            {
                Migrations = copy.Migrations.Count,
                Lacking = [.. Migrations.All().Except(copy.Migrations)],
            };
        });
        var isGiven = await StoreOwner.GiveAsync(store.Path, hadStore ? aside.Path : Path.GetDirectoryName(store.Path)!);
        Shell.Show(input, restored, () => Shell.Output.Write(Told(restored)));
        if (!isGiven)
            Shell.Error.WriteLine(StoreOwner.ByHand(Shell, store.Path));
        return ExitCode.Done;
    }

    private TroubleException? Refusal(StoreFile from, StoreFile store, bool isReplaced)
    {
        if (!from.Exists)
            return new(Say("そのファイルはありません。", "There is no such file."), from.Path, Say("パスを確認してください。", "Check its path."));
        if (from.Path == store.Path)
            return new(Say("それはデータベースそのものです。", "That is the store itself."), from.Path, Say("バックアップのファイルを指定してください。", "Name a backup."));
        return store.Exists && !isReplaced
            ? new(Say("データベースがすでにあります。", "There is a store already."), store.Path,
                Say("--replace を付けると、今のものを別名で残して置き換えます。", "Say --replace: the present one is then set aside under another name."))
            : null;
    }

    private string Told(Restored restored)
    {
        List<string> lines = [Say(
            $"{restored.Store} は {restored.From} の内容になりました (マイグレーション {restored.Migrations} 件)。",
            $"{restored.Store} is now what {restored.From} holds ({restored.Migrations} migrations).")];
        if (restored.Lacking.Count > 0)
            lines.Add(Say($"次の起動時に適用: {string.Join(", ", restored.Lacking)}", $"Applied when the service starts: {string.Join(", ", restored.Lacking)}"));
        if (restored.Aside is not null)
            lines.Add(Say($"それまでのデータベース: {restored.Aside}", $"The store that stood there: {restored.Aside}"));
        return string.Join('\n', lines) + "\n";
    }

    private sealed record Restored(string Store, string From, int Migrations, IReadOnlyList<string> Lacking, string? Aside);
}
