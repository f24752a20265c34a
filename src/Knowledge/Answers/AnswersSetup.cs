using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Answers.Model;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Answers;

internal static class AnswersSetup
{
    /// <summary>The language model, if the host binds one, and what is written with it.</summary>
    public static void AddAnswers(this IServiceCollection services)
    {
        services.AddOptions<LanguageModelOptions>().ValidateDataAnnotations()
            .Validate(options => options.Endpoint is null or { IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, IsLoopback: true, Scheme: "http" },
                $"{LanguageModelOptions.Section}:{nameof(LanguageModelOptions.Endpoint)} must be an https address (http only on this machine): customers' words go there.")
            .Validate(options => options.Endpoint is null || options is { Model.Length: > 0, ApiKey.Length: > 0 },
                $"{LanguageModelOptions.Section}: an {nameof(LanguageModelOptions.Endpoint)} needs a {nameof(LanguageModelOptions.Model)} and an {nameof(LanguageModelOptions.ApiKey)}.")
            .ValidateOnStart();
        services.TryAddSingleton(host => new LanguageModel(host.GetRequiredService<IOptions<LanguageModelOptions>>()));
        services.TryAddSingleton<ModelBudget>();
        services.TryAddSingleton<ModelCircuit>();
        services.TryAddSingleton<ModelCalls>();
        services.TryAddSingleton<AnswerMemory>();
        services.TryAddSingleton(host => new GroundedAnswers(
            host.GetRequiredService<LanguageModel>(),
            host.GetRequiredService<IOptions<LanguageModelOptions>>(),
            host.GetRequiredService<ModelCalls>(),
            host.GetRequiredService<AnswerMemory>(),
            host.GetRequiredService<KnowledgeAnswers>(),
            host.GetRequiredService<ILogger<GroundedAnswers>>()));
        services.TryAddSingleton(host => new AgentWriting(
            host.GetRequiredService<LanguageModel>(),
            host.GetRequiredService<IOptions<LanguageModelOptions>>(),
            host.GetRequiredService<ModelCalls>(),
            host.GetRequiredService<KnowledgeAnswers>(),
            host.GetRequiredService<ILogger<AgentWriting>>()));
    }
}
