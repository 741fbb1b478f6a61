using System.Net;
using System.Net.Sockets;

namespace LineBot.Web;

/// <summary>Which callers count as one when tries are counted by address.</summary>
public static class Neighbourhood
{
    /// <summary>One household has a /64 of IPv6 addresses to choose from; they count as one.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
            return address.MapToIPv4().ToString();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
