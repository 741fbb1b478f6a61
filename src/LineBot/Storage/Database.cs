using System.Data.Common;
using Microsoft.Extensions.Options;

namespace LineBot.Storage;

/// <summary>
/// The store's front: reads run side by side on snapshots, writes one after the other.
/// Writes that queue while the disk is busy share the next commit (group commit), so the disk's speed does not bound
/// the number of events a second. Every commit reaches the disk before its callers hear of it.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private const int ReadConnections = 4;

    private readonly IStoreEngine _engine;
    private readonly WriteQueue _writes;
    private readonly SemaphoreSlim _readers = new(ReadConnections);

    /// <summary>Brings the store's tables up to date. Everybody but a copy on its way opens it like this.</summary>
    /// <exception cref="StoreUnavailableException">It could not be read.</exception>
    /// <exception cref="StoreHalfCopiedException">It is no store to work with.</exception>
    public Database(IOptions<StorageOptions> options, ILogger<Database> log) : this(CopyStore.Whole(StoreEngines.Of(options.Value)), log)
    {
    }

    internal Database(IStoreEngine engine, ILogger log)
    {
        _engine = engine;
        var applied = Migrations.Apply(_engine);
        if (applied.Count > 0)
            log.LogInformation("Applied migrations: {Migrations}", string.Join(", ", applied));
        Node = _engine.CreateNode(log);
        _writes = new WriteQueue(_engine.OpenWriter, Node, log);
    }

    /// <summary>This process among those that share the store.</summary>
    public Node Node { get; }

    /// <summary>
    /// Runs <paramref name="work"/> in a write transaction and returns when it is on disk.
    /// What it throws undoes its own changes alone and is thrown here.
    /// </summary>
    /// <exception cref="StoreUnavailableException">
    /// The store cannot take writes now; nothing was kept, unless the connection broke during the commit: then all of it may have been.
    /// </exception>
    public Task<T> WriteAsync<T>(Func<Transaction, T> work, WritePriority priority = WritePriority.Normal) =>
        _writes.Enqueue(work, priority);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<Transaction> work, WritePriority priority = WritePriority.Normal) =>
        _writes.Enqueue(tx =>
        {
            work(tx);
            return true;
        }, priority);

    /// <summary>Runs <paramref name="work"/> against one consistent snapshot. It cannot write.</summary>
    public async Task<T> ReadAsync<T>(Func<Transaction, T> work, CancellationToken cancel = default)
    {
        await _readers.WaitAsync(cancel);
        try
        {
            using var snapshot = _engine.OpenReader();
            return work(new Transaction(snapshot, Node));
        }
        catch (DbException e)
        {
            throw new StoreUnavailableException("The store could not be read.", e);
        }
        finally
        {
            _readers.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _writes.DisposeAsync();
        Node.Dispose();
        _readers.Dispose();
        _engine.Dispose();
    }
}

/// <summary>Which writes go first when many wait: what a sender is waiting for comes before work that is already safe.</summary>
public enum WritePriority
{
    Normal,

    /// <summary>Somebody outside waits for the answer: a webhook, a page.</summary>
    First,
}
