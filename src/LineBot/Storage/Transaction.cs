using System.Data.Common;
using Dapper;

namespace LineBot.Storage;

/// <summary>
/// One unit of work on the store, handed to a function that runs from beginning to end without waiting for anything else:
/// what is inside is committed whole or not at all. Its calls are synchronous on purpose, so that no network call can
/// stand inside a write.
/// </summary>
public sealed class Transaction
{
    private readonly StoreSession _session;
    private List<Action>? _afterCommit;

    internal Transaction(StoreSession session, Node node) => (_session, Node) = (session, node);

    internal Node Node { get; }

    private DbConnection Connection => _session.Connection;

    private DbTransaction? Inner => _session.Inner;

    /// <summary>Rows of <paramref name="sql"/>, with columns matched to <typeparamref name="T"/> by name (snake_case to PascalCase).</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) =>
        Connection.Query<T>(sql, parameters, Inner).AsList();

    /// <summary>The only row of <paramref name="sql"/>, or default where there is none; two rows are an error.</summary>
    public T? Find<T>(string sql, object? parameters = null) =>
        Connection.QuerySingleOrDefault<T>(sql, parameters, Inner);

    /// <summary>The only row of <paramref name="sql"/>; none, or two, is an error.</summary>
    public T Get<T>(string sql, object? parameters = null) =>
        Connection.QuerySingle<T>(sql, parameters, Inner);

    /// <summary>Runs <paramref name="sql"/> and returns how many rows it changed.</summary>
    public int Execute(string sql, object? parameters = null) =>
        Connection.Execute(sql, parameters, Inner);

    /// <summary>
    /// A statement that stays compiled between transactions, for the few that run for every event.
    /// Set its parameters by position and run it before asking for another.
    /// </summary>
    internal PreparedStatement Prepared(string sql) => _session.Prepared(sql);

    /// <summary>Has <paramref name="action"/> called once this work is safely committed, and never if it is not. It must not throw.</summary>
    public void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    /// <summary>Has every node hear of it once this work is safely committed: this one at once, others soon.</summary>
    /// <param name="topic">A word, for whoever listens for it.</param>
    public void Announce(string topic, long value)
    {
        _session.Announce(Node.Id, topic, value);
        AfterCommit(() => Node.Hear(topic, value));
    }

    internal void Committed()
    {
        foreach (var action in _afterCommit ?? [])
            action();
    }
}
