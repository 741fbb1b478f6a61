using System.Data.Common;
using System.Text.RegularExpressions;
using LineBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LineBot.Cli.Stores;

/// <summary>The service's store, opened beside the running service and never changed by the way.</summary>
internal sealed partial class Store(Settings settings, Shell shell)
{
    private readonly StorageOptions _options = settings.Storage;

    /// <exception cref="TroubleException">There is no store, or it is not at this version's tables.</exception>
    public Database Open()
    {
        var applied = Applied();
        var lacking = Lacking(applied);
        if (lacking.Count == 0)
            return OpenAndMigrate();
        throw applied.Count == 0
            ? Missing()
            : Unusable(shell.Say($"データベースに未適用のマイグレーションがあります: {string.Join(", ", lacking)}", $"The store lacks migrations: {string.Join(", ", lacking)}."));
    }

    public TroubleException Missing() => Unusable(shell.Say("ここにはまだデータベースがありません。", "There is no store there yet."));

    /// <summary>Null where there is no store yet.</summary>
    /// <exception cref="TroubleException">It is not at this version's tables.</exception>
    public Database? OpenIfThere() => Applied().Count == 0 ? null : Open();

    /// <exception cref="TroubleException">It cannot be opened, or is a copy that was broken off.</exception>
    public Database OpenAndMigrate() => Explained(() => new Database(Options.Create(_options), NullLogger<Database>.Instance));

    /// <summary>With all tables; also one that a copy which was broken off has begun to fill.</summary>
    public Database OpenToCopyInto() => Explained(() => CopyStore.OpenTarget(_options, NullLogger.Instance));

    /// <summary>The store as a file, whether or not there is one yet.</summary>
    /// <exception cref="TroubleException">The engine is another that keeps no file.</exception>
    public StoreFile File() => _options.Provider == StorageOptions.Sqlite
        ? Explained(() => StoreFile.Of(_options.ConnectionString))
        : throw new TroubleException(
            shell.Say("このデータベースはファイルではありません。", "This store is no file."), Place,
            shell.Say("そのデータベース自身のバックアップ機能を使ってください。", "Use the engine's own way of making and restoring copies."));

    public IReadOnlyList<AppliedMigration> Applied() => Explained(() => Migrations.AppliedIn(_options));

    public static IReadOnlyList<string> Lacking(IEnumerable<AppliedMigration> applied) =>
        [.. Migrations.All().Except(applied.Select(migration => migration.Name))];

    private string Place => $"Storage:Provider = {_options.Provider}, Storage:ConnectionString = {Password().Replace(_options.ConnectionString, "$1=…")}";

    private TroubleException HalfCopied() => new(
        shell.Say("このデータベースは途中で止まった写しで、欠けているデータがあります。", "This store is a copy that was broken off, and much may be lacking."), Place,
        shell.Say("linebot store copy をもう一度実行すると、続きから写します。", "Run linebot store copy again: it goes on where it stood."));

    private TroubleException Unusable(string what) =>
        new(what, Place, shell.Say("設定を確かめるか、linebot migrate を実行してください。", "Check the setting, or run: linebot migrate"));

    private T Explained<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (StoreHalfCopiedException)
        {
            throw HalfCopied();
        }
        catch (Exception e) when (e is DbException or StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            throw new TroubleException(
                shell.Say("データベースを開けません。", "The store cannot be opened."), $"{Place}: {(e.InnerException ?? e).Message}",
                _options.Provider == StorageOptions.Sqlite
                    ? shell.Say("ファイルの場所、権限、空き容量を確認してください。", "Check the file's place, its permissions and the free disk space.")
                    : shell.Say(
                        "サーバーが動いているか、データベースと利用者があるか、パスワードが合っているかを確認してください。",
                        "Check that the server runs, that the database and the user exist, and the password."));
        }
        catch (SettingException e)
        {
            throw new TroubleException(
                shell.Say("データベースの設定が正しくありません。", "The store's settings are wrong."), $"{Place}: {e.Message}",
                shell.Say($"例: {Example("、")}", $"For example: {Example(", ")}"));
        }
    }

    private string Example(string comma) => _options.Provider == StorageOptions.Postgres
        ? $"Storage:Provider = Postgres{comma}Storage:ConnectionString = Host=db;Database=linebot;Username=linebot;Password=…"
        : $"Storage:Provider = Sqlite{comma}Storage:ConnectionString = Data Source=data/linebot.db";

    [GeneratedRegex("(password|pwd)\\s*=[^;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
