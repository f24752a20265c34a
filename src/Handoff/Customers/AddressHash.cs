using System.Security.Cryptography;
using System.Text;

namespace Warmline.Handoff.Customers;

/// <summary>Network addresses are kept as hashes, to count by. Whoever has the database could still find an address by trying all.</summary>
internal static class AddressHash
{
    public static string? Of(string? address) =>
        address is null ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("warmline:" + address)))[..32];
}
