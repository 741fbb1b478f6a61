using System.Globalization;
using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>
/// A node lives as long as its session on the server holds a lock with its number. A killed node's session ends with its connection, that
/// of one which is paused or cut off is ended by the server when nothing was heard of it: no clocks are compared.
/// Whoever has lost a life begins another one under a new number.
/// </summary>
internal sealed partial class PostgresNode(NpgsqlDataSource source, ILogger log) : Node
{
    /// <summary>Where all nodes listen.</summary>
    private const string Channel = "linebot";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ManualResetEventSlim _leaving = new();
    private readonly ManualResetEventSlim _hasTried = new();
    private Thread? _thread;
    private long _id;
    private volatile int _nodes;
    private volatile bool _doesChores;

    public override bool IsShared => true;

    public override long? Id => Volatile.Read(ref _id) is > 0 and var id ? id : null;

    public override bool IsAlive => Id is not null;

    public override bool DoesChores => _doesChores;

    public override int Nodes => _nodes;

    /// <summary>What others may be told in a transaction that writes; the node that told it does not hear it a second time.</summary>
    public static string Notify(long? sender, string topic, long value) =>
        NodeStore.Notify(Channel, $"{sender ?? 0} {topic} {value}");

    public override bool Has(long? owner) => owner is not null && owner == Id;

    /// <summary>A thread of its own: a busy process is not to be taken for a dead one.</summary>
    public override void Join()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "store node" };
        _thread.Start();
        _hasTried.Wait(Patience);
    }

    public override void Leave()
    {
        _leaving.Set();
        _thread?.Join(Patience);
    }

    internal override IReadOnlyList<long> FindOwners(Transaction tx, string table, long? owner) => NodeStore.FindOwners(tx, table, owner);

    private void Run()
    {
        while (!_leaving.IsSet)
        {
            try
            {
                Live();
            }
            catch (Exception e) when (!_leaving.IsSet)
            {
                if (Id is { } lost)
                    Log.Lost(log, lost, e);
                else if (!_hasTried.IsSet)
                    Log.NotJoined(log, e);
            }
            catch (Exception)
            {
                // The life would have been over now anyway.
            }
            Volatile.Write(ref _id, 0);
            (_doesChores, _nodes) = (false, 0);
            _hasTried.Set();
            _leaving.Wait(Rest);
        }
    }

    private void Live()
    {
        using var connection = source.OpenConnection();
        connection.Notification += (_, told) => Hear(told.Payload);
        var store = new NodeStore(connection);
        var id = store.Begin(Channel);
        Volatile.Write(ref _id, id);
        Log.Joined(log, id);
        Look(store);
        _hasTried.Set();
        TellJoined();
        for (var heard = TimeProvider.System.GetTimestamp(); !_leaving.IsSet; connection.Wait(Slice))
        {
            if (TimeProvider.System.GetElapsedTime(heard) < Beat)
                continue;
            Look(store);
            heard = TimeProvider.System.GetTimestamp();
        }
    }

    /// <summary>The beat: it is enough that it asks something.</summary>
    private void Look(NodeStore store)
    {
        _nodes = store.CountLiving();
        _doesChores = _doesChores || store.TakeChores();
    }

    private void Hear(string told)
    {
        if (told.Split(' ') is [var sender, var topic, var value] && long.Parse(sender, CultureInfo.InvariantCulture) != Id)
            Hear(topic, long.Parse(value, CultureInfo.InvariantCulture));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "This is node {Id} of those that share the store")]
        public static partial void Joined(ILogger logger, long id);

        [LoggerMessage(LogLevel.Warning, "Node {Id} has lost its session with the store, and what waits there; it goes on under another number")]
        public static partial void Lost(ILogger logger, long id, Exception failure);

        [LoggerMessage(LogLevel.Warning, "The store is not available; this node takes part as soon as it is")]
        public static partial void NotJoined(ILogger logger, Exception failure);
    }
}
