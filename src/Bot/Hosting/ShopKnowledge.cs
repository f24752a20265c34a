using Microsoft.Extensions.Options;
using Warmline.Bot.Asked;
using Warmline.Bot.Assisting;
using Warmline.Bot.Shop;
using Warmline.Bot.Understanding;
using Warmline.Handoff;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Desk.Answers;
using Warmline.Handoff.Desk.Assisting;
using Warmline.Knowledge;
using Warmline.Knowledge.Answers.Model;

namespace Warmline.Bot.Hosting;

internal static class ShopKnowledge
{
    /// <summary>Knowledge in the same database; the numbers in its articles come from the shop's rules, its editors are the shop's staff.</summary>
    public static IServiceCollection AddShopKnowledge(this IServiceCollection services)
    {
        services.AddKnowledge(_ => { });
        services.AddOptions<LanguageModelOptions>().BindConfiguration(LanguageModelOptions.Section);
        services.AddOptions<KnowledgeOptions>().BindConfiguration("Warmline:Knowledge")
            .Configure<IServiceProvider, IOptions<HandoffOptions>>((knowledge, provider, handoff) =>
        {
            knowledge.Provider = handoff.Value.Provider.ToString();
            knowledge.ConnectionString = handoff.Value.ConnectionString;
            knowledge.TimeZone = provider.GetRequiredService<IOptions<TimeOptions>>().Value.Zone;
            knowledge.Placeholders = () => provider.GetRequiredService<IShop>().Policy.Placeholders();
            knowledge.IsStillStaff = (user, cancellationToken) => new(provider.GetRequiredService<StaffDoor>().IsStillAsync(user, cancellationToken));
        });
        services.AddSingleton<IAnswerReports, DeskReports>();
        services.AddSingleton<IAgentAssistant, AgentAssistant>();
        services.AddSingleton<QuestionFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<QuestionFeed>());
        return services.AddStaffLinks();
    }
}
