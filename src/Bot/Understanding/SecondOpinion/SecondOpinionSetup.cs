using Microsoft.Extensions.Options;
using Warmline.Knowledge.Answers.Model;

namespace Warmline.Bot.Understanding.SecondOpinion;

internal static class SecondOpinionSetup
{
    public static IServiceCollection AddSecondOpinion(this IServiceCollection services) => services.AddSingleton(provider => new Opinions(
        provider.GetRequiredService<LanguageModel>().Chat,
        provider.GetRequiredService<IOptions<LanguageModelOptions>>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<Opinions>>()));
}
