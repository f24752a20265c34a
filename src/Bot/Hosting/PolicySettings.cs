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
            // The binder adds to lists: a shop that names its own would keep the defaults too.
            Replace(policy.AtOnce, section.GetSection(nameof(policy.AtOnce)));
            Replace(policy.OfferTopics, section.GetSection(nameof(policy.OfferTopics)));
            section.Bind(policy);
        });
        return services;
    }

    private static void Replace(IList<string> names, IConfigurationSection given)
    {
        if (given.Exists())
        {
            names.Clear();
        }
    }
}
