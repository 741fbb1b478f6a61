using System.Net;
using System.Net.Sockets;

namespace LineBot.Simulator.Bot;

/// <summary>The service has to know its own address before it starts, so the port is found first.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
