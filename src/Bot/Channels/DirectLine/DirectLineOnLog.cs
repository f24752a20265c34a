using BotFramework.DirectLine;

namespace Warmline.Bot.Channels.DirectLine;

internal static class DirectLineOnLog
{
    /// <summary>The Direct Line endpoint, with the conversation log behind it. Settings: section <c>Warmline:DirectLine</c>.</summary>
    public static IServiceCollection AddDirectLineOnLog(this IServiceCollection services)
    {
        services.AddOptions<DirectLineOptions>().BindConfiguration("Warmline:DirectLine");
        services.AddSingleton<IActivityStore, LogActivityStore>();
        services.AddSingleton<ISigningKeys, TokenKeys>();
        services.AddSingleton<SignedIdentity>();
        return services.AddDirectLine();
    }
}
