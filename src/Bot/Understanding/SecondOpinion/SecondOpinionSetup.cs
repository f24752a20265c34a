using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace Warmline.Bot.Understanding.SecondOpinion;

internal static class SecondOpinionSetup
{
    public static IServiceCollection AddSecondOpinion(this IServiceCollection services)
    {
        services.AddOptions<LanguageModelOptions>().BindConfiguration(LanguageModelOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.Endpoint is null or { IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, IsLoopback: true, Scheme: "http" },
                $"{LanguageModelOptions.Section}:{nameof(LanguageModelOptions.Endpoint)} must be an https address (http only on this machine): customers' words go there.")
            .Validate(options => options.Endpoint is null || options is { Model.Length: > 0, ApiKey.Length: > 0 },
                $"{LanguageModelOptions.Section}: an {nameof(LanguageModelOptions.Endpoint)} needs a {nameof(LanguageModelOptions.Model)} and an {nameof(LanguageModelOptions.ApiKey)}.")
            .ValidateOnStart();
        return services.AddSingleton(provider => new Opinions(
            ServiceOf(provider.GetRequiredService<IOptions<LanguageModelOptions>>().Value),
            provider.GetRequiredService<IOptions<LanguageModelOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Opinions>>()));
    }

    // Asked once: a customer is waiting.
    private static OpenAIChatCompletionService? ServiceOf(LanguageModelOptions options) => options.Endpoint is null ? null : new OpenAIChatCompletionService(
        options.Model,
        new OpenAIClient(new ApiKeyCredential(options.ApiKey), new OpenAIClientOptions { Endpoint = options.Endpoint, RetryPolicy = new ClientRetryPolicy(0) }));
}
