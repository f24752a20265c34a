using System.Net;
using System.Net.Sockets;

namespace Warmline.Bot.Limits;

/// <summary>A number below a bound for whoever asks. .NET salts the hash of a string anew in each process.</summary>
internal static class Salted
{
    private const int NetworkBytes = 8;

    public static int Number(string key, int bound) => (int)((uint)string.GetHashCode(key, StringComparison.Ordinal) % (uint)bound);

    /// <summary>One customer of an IPv6 provider has a whole /64 of addresses to choose from.</summary>
    public static int Number(IPAddress address, int bound)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return Number(Convert.ToHexString(plain.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..NetworkBytes] : bytes), bound);
    }
}
