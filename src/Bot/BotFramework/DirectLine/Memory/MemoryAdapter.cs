using System.Security.Cryptography;
using BotFramework.Builder;
using BotFramework.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace BotFramework.DirectLine.Memory;

/// <summary>Runs a bot over the log in memory: what it says goes into the log.</summary>
public sealed class MemoryAdapter : BotAdapter
{
    private readonly IBot _bot;
    private readonly ILogger _logger;

    public MemoryAdapter(MemoryActivityStore store, IBot bot, ILogger<MemoryAdapter> logger) : base(logger)
    {
        (Store, _bot, _logger) = (store, bot, logger);
        store.Received = RunAsync;
    }

    public MemoryActivityStore Store { get; }

    public override Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(
        ITurnContext turnContext, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ResourceResponse>>(
            [.. activities.Select(activity => new ResourceResponse(Store.Say(turnContext.Activity.Conversation!.Id!, activity)))]);

    // The bot gets a copy: what it changes must not change what was said.
    private async Task RunAsync(Activity activity)
    {
        try
        {
            await RunPipelineAsync(new TurnContext(this, activity.Clone()), _bot.OnTurnAsync, CancellationToken.None);
        }
        catch (Exception exception)
        {
            BotFrameworkLog.TurnFailed(_logger, activity.Conversation?.Id, exception);
        }
    }
}

/// <summary>Direct Line for a bot that keeps nothing.</summary>
public static class MemoryDirectLine
{
    /// <summary>The endpoint, its log and keys in memory, and the bot behind it.</summary>
    public static IServiceCollection AddDirectLineInMemory<TBot>(this IServiceCollection services, Action<DirectLineOptions>? configure = null)
        where TBot : class, IBot
    {
        services.TryAddSingleton<IBot, TBot>();
        services.TryAddSingleton<MemoryActivityStore>();
        services.TryAddSingleton<MemoryAdapter>();
        services.TryAddSingleton<IActivityStore>(provider => provider.GetRequiredService<MemoryAdapter>().Store);
        services.TryAddSingleton<ISigningKeys, MemoryKeys>();
        return services.AddDirectLine(configure);
    }

    private sealed class MemoryKeys : ISigningKeys
    {
        private readonly IReadOnlyList<SigningKey> _keys = [new("memory", RandomNumberGenerator.GetBytes(32))];

        public ValueTask<IReadOnlyList<SigningKey>> CurrentAsync(CancellationToken cancellationToken) => new(_keys);
    }
}
