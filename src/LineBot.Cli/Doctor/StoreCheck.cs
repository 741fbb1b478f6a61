using LineBot.Cli.Stores;
using LineBot.Storage;

namespace LineBot.Cli.Doctor;

/// <summary>Whether there is a store, at which version's tables, and whether it takes writes.</summary>
internal sealed class StoreCheck(Examination on) : Check(on, "store")
{
    public override async IAsyncEnumerable<Finding> LookAsync()
    {
        var store = new Store(Settings, On.Shell);
        var applied = Applied(store);
        if (applied.Trouble is { } trouble)
        {
            yield return Wrong(trouble, Say("サービスは何も保存できません。", "The service cannot keep anything."));
            yield break;
        }
        var names = applied.Value!.Select(migration => migration.Name).ToList();
        if (names.Except(Migrations.All()).ToList() is { Count: > 0 } unknown)
        {
            yield return Wrong(
                Say($"より新しい版の表があります: {string.Join(", ", unknown)}", $"It has tables of a newer version: {string.Join(", ", unknown)}."),
                Say("この linebot の見立ては当てになりません。", "What this linebot says of it cannot be relied upon."),
                Say("サービスと同じ版の linebot を使ってください。", "Use the linebot of the service's version."));
        }
        else if (names.Count == 0)
        {
            yield return Advice(
                Say("データベースはまだありません。", "There is no store yet."),
                Say("サービスの最初の起動時に作られます。", "The service makes it when it starts for the first time."),
                Say("起動済みのはずなら、設定 Storage:ConnectionString を確認してください。", "If it has started already, check the setting Storage:ConnectionString."));
        }
        else if (Store.Lacking(applied.Value!) is { Count: > 0 } lacking)
        {
            yield return Advice(
                Say($"未適用のマイグレーションがあります: {string.Join(", ", lacking)}", $"It lacks migrations: {string.Join(", ", lacking)}."),
                Say("動いているサービスは、この linebot より古い版です。", "The service that runs is older than this linebot."),
                Say("新しい版のサービスを起動するか、linebot migrate を実行してください。", "Start the new version of the service, or run: linebot migrate"));
        }
        else
        {
            yield return await TryWritingAsync(names.Count);
        }
    }

    private async Task<Finding> TryWritingAsync(int migrations)
    {
        var now = On.Shell.Clock.GetUtcNow();
        var written = await On.InStoreAsync(async (database, _) =>
        {
            await database.WriteAsync(tx => new ProbeStore().Write(tx, now));
            return true;
        });
        return written.Trouble is { } trouble
            ? Wrong(trouble, Say("webhook に 503 を返し、お客さまに答えられません。", "Webhooks are answered with 503, and customers with nothing."))
            : Ok(Say($"書き込めます。マイグレーション {migrations} 件、最新です。", $"It takes writes and is up to date with {migrations} migrations."));
    }

    private static Answer<IReadOnlyList<AppliedMigration>> Applied(Store store)
    {
        try
        {
            return new(store.Applied(), null);
        }
        catch (TroubleException trouble)
        {
            return new(null, trouble);
        }
    }
}
