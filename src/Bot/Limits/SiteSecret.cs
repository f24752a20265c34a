using System.Security.Cryptography;
using System.Text;
using BotFramework.DirectLine;
using Microsoft.Extensions.Options;

namespace Warmline.Bot.Limits;

/// <summary>Whether a request comes from one of the shop's own servers.</summary>
internal sealed class SiteSecret(IOptionsMonitor<DirectLineOptions> options)
{
    private const string Scheme = "Bearer ";

    public bool IsGiven(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && All().Aggregate(false, (found, secret) => found | IsSame(header[Scheme.Length..].Trim(), secret));
    }

    // They may change while the host runs.
    private IEnumerable<string> All() =>
        options.CurrentValue.Secrets.Concat(options.CurrentValue.Sites.Values.SelectMany(site => site.Secrets));

    // Hashed first, so that neither length nor beginning of a secret shows in the time it takes.
    private static bool IsSame(string given, string secret) =>
        secret.Length > 0 && CryptographicOperations.FixedTimeEquals(Hash(given), Hash(secret));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
