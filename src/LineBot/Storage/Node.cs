namespace LineBot.Storage;

/// <summary>
/// This process as one of those that share a store. Where one process has the store to itself, all that waits there is its own
/// and there is nobody to be told anything.
/// </summary>
public abstract class Node : IDisposable
{
    /// <summary>Whether other processes may work on the same store.</summary>
    public abstract bool IsShared { get; }

    /// <summary>The owner's name on rows that are this node's: another one in each of its lives. Null while it has none, and where nothing is shared.</summary>
    public abstract long? Id { get; }

    /// <summary>Whether others may count on what this node does.</summary>
    public abstract bool IsAlive { get; }

    /// <summary>Whether this is the one node that does what the clock asks for.</summary>
    public abstract bool DoesChores { get; }

    /// <summary>How many nodes there are, as last seen.</summary>
    public abstract int Nodes { get; }

    /// <summary>What was announced inside a transaction that is committed, by whichever node. Handlers must return at once and not throw.</summary>
    public event Action<string, long>? Heard;

    /// <summary>A life has begun, in which nothing of what waits is this node's yet.</summary>
    public event Action? Joined;

    /// <summary>Whether a row with that owner is this node's to work on, as far as it knows.</summary>
    public abstract bool Has(long? owner);

    /// <summary>Begins to live, and to hear what other nodes announce; again and again until <see cref="Leave"/>.</summary>
    public abstract void Join();

    /// <summary>Ends this node's life: what is its own is free to be taken over.</summary>
    public abstract void Leave();

    /// <summary>Gives what waits in a lane table and has no owner that lives to whoever has its chat, otherwise to <paramref name="owner"/>.</summary>
    /// <returns>For each row that was given, to whom.</returns>
    internal abstract IReadOnlyList<long> FindOwners(Transaction tx, string table, long? owner);

    public void Dispose()
    {
        Leave();
        GC.SuppressFinalize(this);
    }

    internal void Hear(string topic, long value) => Heard?.Invoke(topic, value);

    protected void TellJoined() => Joined?.Invoke();
}
