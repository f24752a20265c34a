using System.Security.Cryptography;
using System.Text;

namespace Warmline.Handoff.Customers;

/// <summary>Network addresses are kept only as hashes: enough to count, too little to look up by reading.</summary>
internal static class AddressHash
{
    public static string? Of(string? address) =>
        address is null ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("warmline:" + address)))[..32];
}
