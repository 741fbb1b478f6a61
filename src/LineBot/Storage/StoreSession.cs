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

    public virtual void Commit() => Prepared("COMMIT").Execute();

    public virtual void Rollback() => Prepared("ROLLBACK").Execute();

    /// <summary>Begins a piece of work that can be undone by itself.</summary>
    public void BeginPiece() => Prepared("SAVEPOINT piece").Execute();

    public void UndoPiece() => Prepared("ROLLBACK TO piece").Execute();

    public void EndPiece() => Prepared("RELEASE piece").Execute();
}
