using Warmline.Handoff.Policy;

namespace Warmline.Bot.Hosting;

/// <summary>The shop's own thresholds for handing over.</summary>
internal static class PolicySettings
{
    public static IServiceCollection AddPolicySettings(this IServiceCollection services)
    {
        services.AddOptions<PolicyOptions>().Configure<IConfiguration>((policy, configuration) =>
        {
            var section = configuration.GetSection(PolicyOptions.Section);
            SettingLists.MakeRoom(policy.AtOnce, section.GetSection(nameof(policy.AtOnce)));
            SettingLists.MakeRoom(policy.OfferTopics, section.GetSection(nameof(policy.OfferTopics)));
            section.Bind(policy);
        });
        return services;
    }
}
