using BotFramework.Connector;
using BotFramework.Hosting;
using Microsoft.Extensions.Options;

namespace BotFramework.Authentication;

/// <summary>A token of the bot's own, and when to get the next.</summary>
internal sealed record AccessToken(string Value, DateTimeOffset Expires, DateTimeOffset RefreshAt);

/// <summary>
/// The bot's token for channels: kept, renewed five minutes before it ends, fetched once for everybody who waits. A failed renewal
/// is not remembered, and harms nobody while the old token still works.
/// </summary>
internal sealed class AccessTokens(TokenEndpoint endpoint, IOptions<BotFrameworkOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private volatile AccessToken? _current;
    private Task? _renewal;

    /// <summary>The token; null when the bot has no app id, because then there is nobody to be.</summary>
    internal ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.AppId))
        {
            return new((string?)null);
        }

        return _current is { } token && time.GetUtcNow() < token.RefreshAt ? new(token.Value) : new(RenewedAsync(cancellationToken));
    }

    private async Task<string?> RenewedAsync(CancellationToken cancellationToken)
    {
        Task renewal;
        lock (_gate)
        {
            renewal = _renewal = _renewal is { IsCompleted: false } running ? running : RenewAsync();
        }

        await renewal.WaitAsync(cancellationToken);
        return _current!.Value;
    }

    private async Task RenewAsync()
    {
        try
        {
            var (value, lasts) = await endpoint.FetchAsync();
            var now = time.GetUtcNow();
            _current = new AccessToken(value, now + lasts, now + (lasts > 2 * Early ? lasts - Early : lasts / 2));
        }
        catch (ConnectorException) when (_current is { } old && time.GetUtcNow() < old.Expires)
        {
            _current = old with { RefreshAt = time.GetUtcNow() + PauseAfterFailure };
        }
    }
}
