using System.Net;
using System.Net.Sockets;

namespace LineBot.Simulator.Bot;

/// <summary>A service has to know its own address before it starts, so the port is found first.</summary>
internal static class FreePort
{
    private const int Tries = 20;

    public static int Find(IPAddress? address = null) => TryBind(0, address ?? IPAddress.Loopback) ?? throw new InvalidOperationException("This machine has no free port.");

    /// <summary>The first free port from <paramref name="port"/> on, or any where the next ones are taken too.</summary>
    /// <exception cref="FormatException">It is no address of this machine.</exception>
    public static int From(int port, IPAddress address) =>
        Enumerable.Range(port, Math.Min(Tries, IPEndPoint.MaxPort - port + 1)).Select(next => TryBind(next, address)).FirstOrDefault(free => free is not null) ?? Find(address);

    private static int? TryBind(int port, IPAddress address)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            throw new FormatException($"{address} is no address of this machine.", e);
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
