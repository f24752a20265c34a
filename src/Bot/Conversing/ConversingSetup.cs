namespace Warmline.Bot.Conversing;

internal static class ConversingSetup
{
    /// <summary>The bot as a reader of the log.</summary>
    public static IServiceCollection AddConversing(this IServiceCollection services)
    {
        services.AddSingleton<LogAdapter>();
        services.AddSingleton<BotFramework.Builder.ConversationState>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<BotLanes>();
        services.AddHealthChecks().AddCheck<LanesHealth>("lanes", tags: ["ready"]);
        return services.AddHostedService(provider => provider.GetRequiredService<BotLanes>());
    }
}
