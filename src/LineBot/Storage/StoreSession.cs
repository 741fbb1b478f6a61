using System.Data.Common;

namespace LineBot.Storage;

/// <summary>One connection to the store, with the statements that stay compiled on it. Its end undoes what was not committed.</summary>
internal abstract class StoreSession : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> _bySql = new(StringComparer.Ordinal);

    public abstract DbConnection Connection { get; }

    /// <summary>The driver's own transaction, where it wants commands to name it.</summary>
    public virtual DbTransaction? Inner => null;

    public PreparedStatement Prepared(string sql)
    {
        if (!_bySql.TryGetValue(sql, out var statement))
            _bySql[sql] = statement = Compile(sql);
        return statement;
    }

    /// <summary>Tells other nodes, together with the commit, where there are any.</summary>
    public virtual void Announce(long? sender, string topic, long value)
    {
    }

    public virtual void Dispose()
    {
        foreach (var statement in _bySql.Values)
            statement.Dispose();
        Connection.Dispose();
    }

    protected abstract PreparedStatement Compile(string sql);
}

/// <summary>A session that writes. Between <see cref="Begin"/> and the end of the transaction nobody else writes, in any process.</summary>
internal abstract class StoreWriter : StoreSession
{
    public abstract bool IsInTransaction { get; }

    /// <summary>Whether a failure is the store's own, as against a constraint that the work itself broke.</summary>
    public abstract bool IsOfTheStore(Exception e);

    /// <summary>Begins a transaction as the only writer, waiting for whoever writes now.</summary>
    /// <param name="closing">Set when the service stops: the waiting need not be patient any more.</param>
    public abstract void Begin(ManualResetEventSlim closing);

    public abstract void Commit();

    public abstract void Rollback();

    /// <summary>Begins a piece of work that can be undone by itself.</summary>
    public abstract void BeginPiece();

    /// <summary>Ends the piece. What has gone wrong in it and was not told yet is thrown now, and it can still be undone.</summary>
    public abstract void KeepPiece();

    /// <summary>Ends the piece, and nothing of it stays.</summary>
    public abstract void UndoPiece();
}
