using System.Collections.Concurrent;

namespace LineBot.Storage;

/// <summary>
/// The one writer: a thread of its own that takes what has queued up, runs each piece in a savepoint and commits them together.
/// No waiting for company: what arrives during one commit is the next batch.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly ConcurrentQueue<Work> _first = new();
    private readonly ConcurrentQueue<Work> _normal = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly ManualResetEventSlim _closing = new();
    private readonly Func<StoreWriter> _open;
    private readonly Node _node;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private volatile bool _stopping;

    public WriteQueue(Func<StoreWriter> open, Node node, ILogger log)
    {
        (_open, _node, _log) = (open, node, log);
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
        StoreWriter? writer = null;
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
                writer ??= _open();
                Commit(writer, batch);
            }
            catch (Exception e)
            {
                // The whole batch is undone. A fresh connection is the way back once the disk has room or the file is there again.
                _log.LogError(e, "The store refused a commit of {Count} writes", batch.Count);
                var unavailable = new StoreUnavailableException("The store cannot take writes now.", e);
                foreach (var work in batch)
                    work.Fail(unavailable);
                writer?.Dispose();
                writer = null;
            }
            batch.Clear();
        }
        writer?.Dispose();
    }

    private void Take(List<Work> batch)
    {
        while (batch.Count < LargestBatch && (_first.TryDequeue(out var work) || _normal.TryDequeue(out work)))
            batch.Add(work);
        // One permit was spent by waking; the others of this batch are taken here so that the thread does not wake for nothing.
        for (var i = 1; i < batch.Count; i++)
            _arrived.Wait(0);
    }

    private void Commit(StoreWriter writer, List<Work> batch)
    {
        writer.Begin(_closing);
        try
        {
            foreach (var work in batch)
                RunOne(writer, work);
            writer.Commit();
        }
        catch
        {
            if (writer.IsInTransaction)
                writer.Rollback();
            throw;
        }
        foreach (var work in batch)
            work.Succeed();
    }

    private void RunOne(StoreWriter writer, Work work)
    {
        writer.BeginPiece();
        var transaction = new Transaction(writer, _node);
        try
        {
            work.Run(transaction);
            writer.KeepPiece();
        }
        catch (Exception e) when (writer.IsInTransaction && !writer.IsOfTheStore(e))
        {
            writer.UndoPiece();
            work.Doom(e);
        }
    }

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
