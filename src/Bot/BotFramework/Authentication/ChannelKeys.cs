using BotFramework.Connector;
using BotFramework.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BotFramework.Authentication;

/// <summary>
/// The keys channels sign with. Kept while their source is down; tokens with an unknown key wait for one common look, which
/// happens at most once per pause. (IdentityModel's own cache refreshes behind the back of the request that needs the new key,
/// which would refuse a customer's message, and knows no <see cref="TimeProvider"/>.)
/// </summary>
internal sealed class ChannelKeys(BotHttp http, IOptions<BotFrameworkOptions> options, TimeProvider time, ILogger<ChannelKeys> logger)
{
    // What the protocol allows at most; a key that was withdrawn must end some day, even while its source is down.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5);
    private static readonly TimeSpan PauseWithoutKeys = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private volatile KeySet _keys = new([], DateTimeOffset.MinValue);
    private DateTimeOffset _lastLook = DateTimeOffset.MinValue;
    private Task _look = Task.CompletedTask;

    /// <summary>The key among those already known.</summary>
    internal JsonWebKey? Known(string keyId) => _keys.ById.GetValueOrDefault(keyId);

    /// <summary>The key, after another look when it is not known; null when there is none.</summary>
    internal async ValueTask<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var key = Known(keyId);
        if (key is null)
        {
            await LookAsync(options.Value.UnknownKeyPause).WaitAsync(cancellationToken);
            return Known(keyId);
        }

        var age = time.GetUtcNow() - _keys.Read;
        if (age < options.Value.KeysLast)
        {
            return key;
        }

        var look = LookAsync(options.Value.UnknownKeyPause);
        if (age < Longest)
        {
            // Old keys are better than waiting: this request goes on with them.
            return key;
        }

        await look.WaitAsync(cancellationToken);
        return time.GetUtcNow() - _keys.Read < Longest ? Known(keyId) : null;
    }

    private Task LookAsync(TimeSpan pause)
    {
        lock (_gate)
        {
            var since = time.GetUtcNow() - _lastLook;
            if (_look.IsCompleted && since >= (_keys.ById.Count == 0 ? PauseWithoutKeys : pause))
            {
                _lastLook = time.GetUtcNow();
                _look = ReadAsync();
            }

            return _look;
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var address = options.Value.OpenIdMetadata;
            var documents = new HttpDocumentRetriever(http.Login) { RequireHttps = !address.IsLoopback };
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(address.AbsoluteUri, documents, CancellationToken.None);
            var keys = found.JsonWebKeySet?.Keys.Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0 })
                .DistinctBy(key => key.Kid).ToDictionary(key => key.Kid, StringComparer.Ordinal) ?? [];
            _keys = keys.Count > 0 ? new KeySet(keys, time.GetUtcNow()) : throw new InvalidDataException("There are no keys.");
        }
        catch (Exception exception)
        {
            BotFrameworkLog.KeysUnreadable(logger, _keys.ById.Count, exception);
        }
    }

    private sealed record KeySet(Dictionary<string, JsonWebKey> ById, DateTimeOffset Read);
}
