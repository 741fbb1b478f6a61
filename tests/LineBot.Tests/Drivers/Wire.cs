using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LineBot.Tests.Drivers;

/// <summary>A way over the network to a server of PostgreSQL that can be cut: nothing passes any more in either direction, and nobody is told.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly EndPoint _server;
    private readonly Task _accepting;
    private volatile TaskCompletionSource _whole = new();
    private volatile int _mended;
    private volatile int _forgotten;

    private Wire(EndPoint server)
    {
        _server = server;
        _whole.SetResult();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <param name="connectionString">Of the server; a host that is a folder holds its socket.</param>
    public static Wire To(string connectionString)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        return new Wire(Path.IsPathRooted(to.Host) ? new UnixDomainSocketEndPoint(Path.Combine(to.Host, $".s.PGSQL.{to.Port}")) : new DnsEndPoint(to.Host!, to.Port));
    }

    /// <summary>The same database, reached by this way.</summary>
    public string Lead(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
    }.ToString();

    public void Cut() => _whole = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets pass again what is new, and what was held up as well, unless whatever stands between has forgotten the connections it knew.</summary>
    public void Mend(bool hasForgotten)
    {
        var mended = _mended + 1;
        if (hasForgotten)
            _forgotten = mended;
        _mended = mended;
        _whole.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
                lines.Add(CarryAsync(await _listener.AcceptSocketAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(_server is UnixDomainSocketEndPoint ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await _whole.Task.WaitAsync(_end.Token);
            var since = _mended;
            await server.ConnectAsync(_server, _end.Token);
            await Task.WhenAny(PassAsync(client, server, since), PassAsync(server, client, since));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // Nobody is there, or the test is over: the other side sees the connection end.
        }
        finally
        {
            client.Dispose();
        }
    }

    /// <summary>Ends when <paramref name="from"/> has ended, and that has been told.</summary>
    private async Task PassAsync(Socket from, Socket to, int since)
    {
        var bytes = new byte[16_384];
        for (var count = -1; count != 0;)
        {
            try
            {
                count = await from.ReceiveAsync(bytes, _end.Token);
            }
            catch (SocketException)
            {
                count = 0;
            }
            await _whole.Task.WaitAsync(_end.Token);
            if (since < _forgotten)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _end.Token);
            await to.SendAsync(bytes.AsMemory(0, count), _end.Token);
        }
    }
}
