using System.Net;
using System.Net.Sockets;

namespace LineBot.Simulator.Bot;

/// <summary>A service has to know its own address before it starts, so the port is found first.</summary>
internal static class FreePort
{
    private const int Tries = 20;

    public static int Find() => TryBind(0) ?? throw new InvalidOperationException("This machine has no free port.");

    /// <summary>The first free port from <paramref name="port"/> on, or any where the next ones are taken too.</summary>
    public static int From(int port) => Enumerable.Range(port, Tries).Select(TryBind).FirstOrDefault(free => free is not null) ?? Find();

    private static int? TryBind(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
