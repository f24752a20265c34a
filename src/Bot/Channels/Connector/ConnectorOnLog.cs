using BotFramework.Hosting;
using Warmline.Bot.Hosting;

namespace Warmline.Bot.Channels.Connector;

internal static class ConnectorOnLog
{
    /// <summary><c>/api/messages</c> and the calls back to the channel, with the conversation log between. Settings: <c>Warmline:BotFramework</c>.</summary>
    public static IServiceCollection AddConnectorOnLog(this IServiceCollection services)
    {
        services.AddOptions<BotFrameworkOptions>().Configure<IConfiguration>((bot, configuration) =>
        {
            var section = configuration.GetSection("Warmline:BotFramework");
            SettingLists.MakeRoom(bot.AllowedServiceHosts, section.GetSection(nameof(bot.AllowedServiceHosts)));
            section.Bind(bot);
        });

        // The log remembers what could not be sent, and sends it again itself.
        services.PostConfigure<BotFrameworkOptions>(o => o.MaxRetries = 0);
        services.AddOptions<PublicAddressOptions>().BindConfiguration(PublicAddressOptions.Section)
            .Validate(options => options.IsReadable(), $"{PublicAddressOptions.Section}:{nameof(PublicAddressOptions.PublicAddress)} is an address such as https://chat.shop.example.")
            .ValidateOnStart();
        services.AddSingleton<LeavingActivities>();
        services.AddSingleton<ExpectedReplies>();
        services.AddSingleton<IActivityIntake, LogIntake>();
        services.AddSingleton<LineSender>();
        services.AddHostedService<SenderLanes>();
        return services.AddBotFramework();
    }
}
