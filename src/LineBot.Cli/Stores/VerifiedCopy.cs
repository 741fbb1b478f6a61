using LineBot.Storage;
using Microsoft.Data.Sqlite;

namespace LineBot.Cli.Stores;

/// <summary>A copy of a store, read again and found whole, under a name of its own beside the place that it is for. It goes unless it is kept.</summary>
internal sealed class VerifiedCopy : IDisposable
{
    private readonly StoreFile _file;
    private readonly Shell _shell;

    private VerifiedCopy(StoreFile file, Shell shell) => (_file, _shell) = (file, shell);

    public IReadOnlyList<string> Migrations { get; private set; } = [];

    /// <exception cref="TroubleException">What is to be copied is no store or is damaged, or the copy cannot be written.</exception>
    public static async Task<VerifiedCopy> OfAsync(StoreFile from, StoreFile place, Shell shell, Action<double> show, CancellationToken cancel)
    {
        var (folder, name) = (Path.GetDirectoryName(place.Path)!, Path.GetFileName(place.Path));
        if (!Directory.Exists(folder))
        {
            throw new TroubleException(
                shell.Say("そのフォルダーはありません。", "There is no such folder."), folder, shell.Say("作るか、別の場所を指定してください。", "Make it, or name another place."));
        }
        var copy = new VerifiedCopy(new StoreFile(Path.Combine(folder, $".{name}.{Guid.NewGuid():N}.part")), shell);
        try
        {
            await copy.FillAsync(from, show, cancel);
            return copy;
        }
        catch (Exception e)
        {
            copy.Dispose();
            if (copy.Told(e, from, place) is { } trouble)
                throw trouble;
            throw;
        }
    }

    /// <inheritdoc cref="StoreFile.MoveTo"/>
    public void MoveTo(StoreFile target, bool replace)
    {
        try
        {
            _file.MoveTo(target, replace);
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            throw Unwritten(target, e);
        }
    }

    /// <inheritdoc cref="StoreFile.TakePlaceOf"/>
    /// <exception cref="TroubleException">Somebody uses that store.</exception>
    public void TakePlaceOf(StoreFile store, StoreFile aside)
    {
        try
        {
            if (_file.TakePlaceOf(store, aside))
                return;
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            throw Unwritten(store, e);
        }
        throw new TroubleException(
            _shell.Say("データベースは使用中です。何も変えていません。", "The store is in use. Nothing was changed."), store.Path,
            _shell.Say("サービスを止めてから、もう一度実行してください。", "Stop the service, then run this again."));
    }

    public void Dispose() => _file.Delete();

    private async Task FillAsync(StoreFile from, Action<double> show, CancellationToken cancel)
    {
        var began = _shell.Clock.GetTimestamp();
        await from.CopyToAsync(_file, async share =>
        {
            show(share);
            await Task.Delay(Gap.After(_shell.Clock.GetElapsedTime(began)), _shell.Clock, cancel);
            began = _shell.Clock.GetTimestamp();
        });
        var found = _file.Inspect();
        if (found.Fault is not null)
            throw Damaged(from, found.Fault);
        Migrations = found.Migrations.Count > 0 ? found.Migrations : throw NoStore(from);
    }

    private TroubleException? Told(Exception e, StoreFile from, StoreFile place) => e switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_NOTADB } => NoStore(from),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT } => Damaged(from, e.Message),
        _ when IsOfTheDisk(e) => Unwritten(place, e),
        _ => null,
    };

    private TroubleException Damaged(StoreFile file, string fault) => new(
        _shell.Say("ファイルが壊れています。", "The file is damaged."), $"{file.Path}: {fault}",
        _shell.Say("壊れる前のバックアップを使ってください (linebot restore)。", "Use a copy from before the damage, with: linebot restore"));

    private TroubleException NoStore(StoreFile file) => new(
        _shell.Say("これは LineBot のデータベースではありません。", "That is no store of LineBot's."), file.Path,
        _shell.Say("linebot backup が作ったファイルを指定してください。", "Name a file that linebot backup made."));

    private TroubleException Unwritten(StoreFile place, Exception e) => new(
        _shell.Say("ファイルを書けません。", "The file cannot be written."), $"{place.Path}: {e.Message}",
        _shell.Say("権限と空き容量を確認してください。", "Check the permissions and the free disk space."));

    private static bool IsOfTheDisk(Exception e) => e is SqliteException or IOException or UnauthorizedAccessException;
}
