using Dapper;
using LineBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace LineBot.Storage;

/// <summary>A store as the one file that it is: copied while it is in use, looked at before it is trusted, put in another's place.</summary>
public sealed class StoreFile
{
    /// <summary>Pages of one step of a copy, 16 MB at the usual size: nothing else of this process waits for longer than that takes.</summary>
    private const int PagesOfAStep = 4_096;

    /// <summary>What the engine keeps beside a store that is in use.</summary>
    private static readonly string[] Logs = ["-wal", "-shm", "-journal"];

    public StoreFile(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    /// <summary>The one that a connection string names.</summary>
    public static StoreFile Of(string connectionString) =>
        new(new SqliteConnectionStringBuilder(SqliteConnections.Normalise(connectionString)).DataSource);

    public bool Exists => File.Exists(Path);

    /// <summary>
    /// Writes this store, as it is at this moment, into a new file that only its owner may read. Whoever uses the store goes on
    /// meanwhile, and what they write is not in the copy. A copy that is broken off is removed.
    /// </summary>
    /// <param name="afterEachStep">Gets the share that is done, 0 to 1; what it throws breaks the copy off.</param>
    /// <exception cref="SqliteException">This is no store, or the disk is full.</exception>
    /// <exception cref="IOException">There is such a file, or it cannot be written.</exception>
    public async Task CopyToAsync(StoreFile copy, Func<double, Task> afterEachStep)
    {
        using var disk = CreateForOwner(copy.Path);
        try
        {
            using var from = Open(SqliteOpenMode.ReadOnly);
            using var to = copy.Open(SqliteOpenMode.ReadWrite);
            // Inside a snapshot of its own the copy does not begin anew whenever somebody writes.
            using var snapshot = from.BeginTransaction(deferred: true);
            from.ExecuteScalar<long>("PRAGMA schema_version", transaction: snapshot);
            await StepsAsync(from, to, share =>
            {
                // Step by step, so that no commit of the service's ever has to wait for all of the copy to reach the disk.
                disk.Flush(flushToDisk: true);
                return afterEachStep(share);
            });
            // One file that needs no other beside it; the service sets its own mode again.
            to.Execute("PRAGMA journal_mode = DELETE");
        }
        catch
        {
            copy.Delete();
            throw;
        }
    }

    /// <summary>The first fault of this file and the scripts that it has, found without changing it.</summary>
    public StoreState Inspect()
    {
        try
        {
            using var connection = Open(SqliteOpenMode.ReadOnly);
            var fault = connection.QueryFirst<string>("PRAGMA integrity_check(1)");
            return new StoreState(fault == "ok" ? null : fault, [.. SqliteEngine.AppliedIn(connection).Select(migration => migration.Name)]);
        }
        catch (SqliteException e)
        {
            return new StoreState(e.Message, []);
        }
    }

    /// <summary>Gives this file the name of <paramref name="target"/>, which there must not be unless it is replaced.</summary>
    /// <exception cref="IOException">There is such a file, or the name cannot be given.</exception>
    public void MoveTo(StoreFile target, bool replace)
    {
        File.Move(Path, target.Path, replace);
        foreach (var log in Logs)
            File.Delete(target.Path + log);
    }

    /// <summary>
    /// Puts this file in the place of <paramref name="store"/>, which goes on as <paramref name="aside"/> where there is one.
    /// At no moment does the place hold neither.
    /// </summary>
    /// <returns>False where somebody has that store open; nothing was done then.</returns>
    /// <exception cref="IOException">There is a file <paramref name="aside"/>, or the names cannot be given.</exception>
    public bool TakePlaceOf(StoreFile store, StoreFile aside)
    {
        if (!store.Exists)
        {
            SetLogsAside(store, aside);
            File.Move(Path, store.Path);
            return true;
        }
        if (aside.Exists)
            throw new IOException($"There is a file of that name already: {aside.Path}");
        using var held = store.Open(SqliteOpenMode.ReadWrite);
        try
        {
            // Leaving the write-ahead log needs the file for oneself, writes all of the log into it and removes the log.
            held.ExecuteScalar<string>("PRAGMA locking_mode = EXCLUSIVE");
            held.ExecuteScalar<string>("PRAGMA journal_mode = DELETE", commandTimeout: 1);
            held.Execute("BEGIN EXCLUSIVE TRANSACTION", commandTimeout: 1);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            SetLogsAside(store, aside);
        }
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, File.GetUnixFileMode(store.Path));
        File.Replace(Path, store.Path, aside.Path);
        return true;
    }

    public void Delete()
    {
        foreach (var part in (string[])["", .. Logs])
            File.Delete(Path + part);
    }

    /// <summary>A log that does not belong to a file would be written into it.</summary>
    private static void SetLogsAside(StoreFile store, StoreFile aside)
    {
        foreach (var log in Logs.Where(log => File.Exists(store.Path + log)))
            File.Move(store.Path + log, aside.Path + log);
    }

    private static async Task StepsAsync(SqliteConnection from, SqliteConnection to, Func<double, Task> afterEachStep)
    {
        var backup = SQLitePCL.raw.sqlite3_backup_init(to.Handle!, "main", from.Handle!, "main");
        try
        {
            int result;
            while ((result = SQLitePCL.raw.sqlite3_backup_step(backup, PagesOfAStep)) == SQLitePCL.raw.SQLITE_OK)
                await afterEachStep(1 - (double)SQLitePCL.raw.sqlite3_backup_remaining(backup) / SQLitePCL.raw.sqlite3_backup_pagecount(backup));
            if (result != SQLitePCL.raw.SQLITE_DONE)
                throw new SqliteException(SQLitePCL.raw.sqlite3_errstr(result).utf8_to_string(), result);
        }
        finally
        {
            SQLitePCL.raw.sqlite3_backup_finish(backup);
        }
    }

    private static FileStream CreateForOwner(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = false, DefaultTimeout = 10 }.ToString());
        connection.Open();
        return connection;
    }
}

/// <summary>What a file turned out to be.</summary>
/// <param name="Fault">In the engine's words; null where it is whole.</param>
/// <param name="Migrations">The names of its scripts, oldest first; none where it is no store of this service.</param>
public sealed record StoreState(string? Fault, IReadOnlyList<string> Migrations);
