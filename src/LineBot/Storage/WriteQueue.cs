using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace LineBot.Storage;

/// <summary>
/// The one writer: a thread of its own that takes what has queued up, runs each piece in a savepoint and commits them together.
/// No waiting for company: what arrives during one commit is the next batch.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const int LargestBatch = 256;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly ConcurrentQueue<Work> _first = new();
    private readonly ConcurrentQueue<Work> _normal = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly ManualResetEventSlim _closing = new();
    private readonly Func<SqliteConnection> _open;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private volatile bool _stopping;

    public WriteQueue(Func<SqliteConnection> open, ILogger log)
    {
        _open = open;
        _log = log;
        _thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    public Task<T> Enqueue<T>(Func<Transaction, T> body, WritePriority priority)
    {
        if (_stopping)
            return Task.FromException<T>(new StoreUnavailableException("The service is stopping."));
        var work = new Work<T>(body);
        (priority == WritePriority.First ? _first : _normal).Enqueue(work);
        _arrived.Release();
        return work.Task;
    }

    private void Run()
    {
        SqliteConnection? connection = null;
        PreparedStatements? prepared = null;
        var batch = new List<Work>(LargestBatch);
        while (true)
        {
            _arrived.Wait();
            Take(batch);
            if (batch.Count == 0)
            {
                if (_stopping)
                    break;
                continue;
            }
            try
            {
                if (connection is null)
                {
                    connection = _open();
                    prepared = new PreparedStatements(connection);
                }
                Commit(connection, prepared!, batch);
            }
            catch (Exception e)
            {
                // The whole batch is undone. A fresh connection is the way back once the disk has room or the file is there again.
                _log.LogError(e, "The store refused a commit of {Count} writes", batch.Count);
                var unavailable = new StoreUnavailableException("The store cannot take writes now.", e);
                foreach (var work in batch)
                    work.Fail(unavailable);
                prepared?.Dispose();
                connection?.Dispose();
                (connection, prepared) = (null, null);
            }
            batch.Clear();
        }
        prepared?.Dispose();
        connection?.Dispose();
    }

    private void Take(List<Work> batch)
    {
        while (batch.Count < LargestBatch && (_first.TryDequeue(out var work) || _normal.TryDequeue(out work)))
            batch.Add(work);
        // One permit was spent by waking; the others of this batch are taken here so that the thread does not wake for nothing.
        for (var i = 1; i < batch.Count; i++)
            _arrived.Wait(0);
    }

    private void Commit(SqliteConnection connection, PreparedStatements prepared, List<Work> batch)
    {
        Begin(connection);
        try
        {
            foreach (var work in batch)
                RunOne(connection, prepared, work);
            prepared.Of("COMMIT").Execute();
        }
        catch
        {
            if (InTransaction(connection))
                prepared.Of("ROLLBACK").Execute();
            throw;
        }
        foreach (var work in batch)
            work.Succeed();
    }

    /// <summary>
    /// Takes the store. Where another process has it (a usage import, a month's turn), this asks again every millisecond: SQLite's own
    /// waiting grows to steps of 100 ms and sleeps through the gaps that such a process leaves.
    /// </summary>
    private void Begin(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        var started = TimeProvider.System.GetTimestamp();
        SQLitePCL.raw.sqlite3_busy_timeout(handle, 0);
        int result;
        while ((result = SQLitePCL.raw.sqlite3_exec(handle, "BEGIN IMMEDIATE")) == SQLitePCL.raw.SQLITE_BUSY
            && TimeProvider.System.GetElapsedTime(started) < LongestWait)
        {
            _closing.Wait(TimeSpan.FromMilliseconds(1));
        }
        SQLitePCL.raw.sqlite3_busy_timeout(handle, (int)LongestWait.TotalMilliseconds);
        if (result != SQLitePCL.raw.SQLITE_OK)
            throw new SqliteException(SQLitePCL.raw.sqlite3_errmsg(handle).utf8_to_string(), result);
    }

    private static void RunOne(SqliteConnection connection, PreparedStatements prepared, Work work)
    {
        prepared.Of("SAVEPOINT piece").Execute();
        var transaction = new Transaction(connection, prepared);
        try
        {
            work.Run(transaction);
        }
        catch (Exception e) when (InTransaction(connection) && !IsOfTheStore(e))
        {
            prepared.Of("ROLLBACK TO piece").Execute();
            work.Doom(e);
        }
        prepared.Of("RELEASE piece").Execute();
    }

    /// <summary>Faults of the disk or the file, as against a constraint that the work itself broke.</summary>
    private static bool IsOfTheStore(Exception e) =>
        e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CORRUPT
            or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_NOMEM };

    private static bool InTransaction(SqliteConnection connection) =>
        SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        _closing.Set();
        _arrived.Release();
        await Task.Run(_thread.Join);
        _arrived.Dispose();
        _closing.Dispose();
    }

    private abstract class Work
    {
        protected Transaction? Transaction { get; set; }
        protected Exception? Doomed { get; private set; }

        public abstract void Run(Transaction transaction);

        public abstract void Succeed();

        public abstract void Fail(Exception e);

        public void Doom(Exception e) => Doomed = e;
    }

    private sealed class Work<T>(Func<Transaction, T> body) : Work
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _done.Task;

        public override void Run(Transaction transaction)
        {
            Transaction = transaction;
            _result = body(transaction);
        }

        public override void Succeed()
        {
            if (Doomed is not null)
            {
                _done.SetException(Doomed);
                return;
            }
            Transaction!.Committed();
            _done.SetResult(_result!);
        }

        public override void Fail(Exception e) => _done.SetException(e);
    }
}
