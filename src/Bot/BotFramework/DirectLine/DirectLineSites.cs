using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine;

/// <summary>
/// Which site somebody belongs to, by the settings of this moment. A conversation's id ends in the name of its site, so nobody
/// has to look it up; the host's own site has no name.
/// </summary>
public sealed class DirectLineSites(IOptionsMonitor<DirectLineOptions> options)
{
    internal const string Own = "";
    private const char Separator = '~';
    private DirectLineOptions _lastGood = options.CurrentValue;

    internal static string Of(string conversationId) => conversationId.LastIndexOf(Separator) is >= 0 and var at ? conversationId[(at + 1)..] : Own;

    internal static string NewConversationId(string site) =>
        site == Own ? DirectLineTokens.NewConversationId() : $"{DirectLineTokens.NewConversationId()}{Separator}{site}";

    /// <summary>Whether a request comes from a site's own server: it shows the site's secret.</summary>
    public bool HasSecret(HttpRequest request) => DirectLineGate.Credentials(request) is { } given && FindBySecret(given) is not null;

    /// <summary>Whether the conversation's site still is one.</summary>
    public bool IsOpen(string conversationId) => Of(conversationId) is var name
        && (name == Own || (Current().Sites.TryGetValue(name, out var site) && !site.Disabled));

    /// <summary>The site whose secret this is, or null.</summary>
    internal string? FindBySecret(string given)
    {
        var (settings, hash) = (Current(), Hash(given));
        var found = settings.Secrets.Aggregate(false, (any, secret) => any | Same(secret, hash)) ? Own : null;
        foreach (var (name, site) in settings.Sites)
        {
            var here = site.Secrets.Aggregate(false, (any, secret) => any | Same(secret, hash));
            found = here && !site.Disabled ? name.ToLowerInvariant() : found;
        }

        return found;
    }

    /// <summary>Cancels when the conversation's site is closed. The host's own never is.</summary>
    internal IDisposable? CancelWhenClosed(string conversationId, CancellationTokenSource stopping)
    {
        if (Of(conversationId) == Own)
        {
            return null;
        }

        // Listened first: it may have been closed since the gate looked.
        var listening = options.OnChange(_ => CancelIfClosed());
        CancelIfClosed();
        return listening;

        void CancelIfClosed()
        {
            if (!IsOpen(conversationId))
            {
                stopping.Cancel();
            }
        }
    }

    // Settings that are changed to something impossible while the host runs must not take everybody out.
    private DirectLineOptions Current()
    {
        try
        {
            return _lastGood = options.CurrentValue;
        }
        catch (Exception error) when (error is OptionsValidationException or InvalidOperationException)
        {
            return _lastGood;
        }
    }

    // Hashed first, so that neither length nor beginning of a secret shows in the time it takes.
    private static bool Same(string secret, byte[] hash) => !string.IsNullOrEmpty(secret) && CryptographicOperations.FixedTimeEquals(hash, Hash(secret));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
