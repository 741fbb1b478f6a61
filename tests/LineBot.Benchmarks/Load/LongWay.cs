using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Npgsql;

namespace LineBot.Benchmarks.Load;

/// <summary>A way to a PostgreSQL server that is longer than the real one, as if the server stood in another building.</summary>
internal sealed partial class LongWay : IDisposable
{
    private const int TimerSlack = 29;
    private const int Port = 5432;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly EndPoint _server;
    private readonly uint _microseconds;

    /// <param name="connectionString">The server as it is reached without it: a name or the folder of its socket.</param>
    /// <param name="there">What there and back take longer.</param>
    public LongWay(string connectionString, TimeSpan there)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var (host, port) = (settings.Host!, settings.Port == 0 ? Port : settings.Port);
        _server = Path.IsPathRooted(host) ? new UnixDomainSocketEndPoint(Path.Combine(host, $".s.PGSQL.{port}")) : new DnsEndPoint(host, port);
        _microseconds = (uint)(there.TotalMicroseconds / 2);
        _listener.Start();
        (settings.Host, settings.Port) = (IPAddress.Loopback.ToString(), ((IPEndPoint)_listener.LocalEndpoint).Port);
        ConnectionString = settings.ConnectionString;
        Run(Accept);
    }

    public string ConnectionString { get; }

    /// <summary>How long a statement takes that does nothing, half of them longer.</summary>
    public TimeSpan Measure()
    {
        using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        using var nothing = new NpgsqlCommand("SELECT 1", connection);
        var times = new List<TimeSpan>();
        for (var i = 0; i < 500; i++)
        {
            var begun = TimeProvider.System.GetTimestamp();
            nothing.ExecuteScalar();
            times.Add(TimeProvider.System.GetElapsedTime(begun));
        }
        times.Sort();
        return times[times.Count / 2];
    }

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        while (true)
        {
            var caller = _listener.AcceptSocket();
            var server = new Socket(_server.AddressFamily == AddressFamily.Unix ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
            server.Connect(_server);
            caller.NoDelay = true;
            Run(() => Carry(caller, server));
            Run(() => Carry(server, caller));
        }
    }

    private void Carry(Socket from, Socket to)
    {
        // Otherwise the system wakes a sleeper up to 50 µs late.
        _ = Control(TimerSlack, 1);
        var bytes = new byte[256 * 1024];
        using (to)
        {
            while (from.Receive(bytes) is > 0 and var count)
            {
                _ = Sleep(_microseconds);
                to.Send(bytes.AsSpan(0, count));
            }
        }
    }

    /// <summary>A connection that one of both ends has closed is no concern of the measure.</summary>
    private static void Run(Action work) => new Thread(() =>
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }) { IsBackground = true }.Start();

    [LibraryImport("libc", EntryPoint = "usleep")]
    private static partial int Sleep(uint microseconds);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int what, ulong nanoseconds);
}
