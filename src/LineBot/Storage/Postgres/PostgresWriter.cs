using System.Data;
using System.Data.Common;
using Npgsql;

namespace LineBot.Storage.Postgres;

/// <summary>
/// All writers of all nodes take one lock before their first statement and give it back with their transaction, so that each sees all that
/// was committed before, as with SQLite. The server ends the transaction of a node that has stopped in the middle of it.
/// </summary>
internal sealed class PostgresWriter(NpgsqlConnection connection) : StoreWriter
{
    // Under READ COMMITTED a statement sees what was committed before that statement: the first one after the lock sees all.
    private const string Begins = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(5498117)";
    private const string Terms = "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '4s'; SET tcp_user_timeout = '4500ms'";

    private readonly PostgresConnection _connection = new(connection);
    private readonly HashSet<string> _announced = [];
    private PostgresCall? _piece;
    private bool _hasBegun;

    public override DbConnection Connection => _connection;

    public override bool IsInTransaction => _hasBegun && connection.State == ConnectionState.Open;

    public override bool IsOfTheStore(Exception e) => e switch
    {
        PostgresException told => IsOfTheServer(told.SqlState),
        _ => e is NpgsqlException,
    };

    public override void Begin(ManualResetEventSlim closing)
    {
        if (connection.State == ConnectionState.Open)
        {
            try
            {
                TakeLock();
                return;
            }
            catch (NpgsqlException) when (connection.State != ConnectionState.Open)
            {
                // The server was restarted since the last transaction. Nothing of this one was done: it begins on a new connection.
            }
        }
        connection.Close();
        connection.Open();
        _connection.Run(Terms);
        TakeLock();
    }

    /// <summary>Of a piece of work that was undone, too: whoever hears of it looks, and finds nothing new.</summary>
    public override void Announce(long? sender, string topic, long value) => _announced.Add(PostgresNode.Notify(sender, topic, value));

    public override void Commit()
    {
        foreach (var announcement in _announced)
            _connection.Later(announcement);
        _connection.Later("COMMIT");
        _connection.Send();
        _announced.Clear();
        _hasBegun = false;
    }

    public override void Rollback()
    {
        _announced.Clear();
        _connection.DropAll();
        _connection.Run("ROLLBACK");
        _hasBegun = false;
    }

    public override void BeginPiece() => _piece = _connection.Later("SAVEPOINT piece");

    public override void KeepPiece()
    {
        _connection.Send();
        _connection.Later("RELEASE piece");
    }

    public override void UndoPiece()
    {
        if (_connection.Drop(_piece!))
            return;
        _connection.Later("ROLLBACK TO piece");
        _connection.Later("RELEASE piece");
    }

    protected override PreparedStatement Compile(string sql) => new PostgresStatement(_connection, sql);

    private void TakeLock()
    {
        _connection.Run(Begins);
        _hasBegun = true;
    }

    /// <summary>Of the classes of SQLSTATE, those that do not say that the work itself was wrong.</summary>
    private static bool IsOfTheServer(string state) => state[..2] switch
    {
        // 0A: a statement that was compiled before another version's script changed its table; the driver has forgotten it now.
        "08" or "0A" or "40" or "53" or "57" or "58" or "F0" or "XX" => true,
        _ => state is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction or "25P03",
    };
}
