using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace Warmline.Knowledge.Answers.Model;

/// <summary>The one language model of the shop, or none.</summary>
public sealed class LanguageModel
{
    internal LanguageModel(IOptions<LanguageModelOptions> options)
    {
        Name = options.Value.Model;
        Chat = options.Value.Endpoint is null ? null : ServiceOf(options.Value);
    }

    /// <summary>Null where none is configured. It asks once and never again: a customer is waiting. Nothing is counted or checked on this way.</summary>
    public IChatCompletionService? Chat { get; }

    internal string Name { get; }

    private static OpenAIChatCompletionService ServiceOf(LanguageModelOptions options)
    {
        var client = new OpenAIClientOptions { Endpoint = options.Endpoint, RetryPolicy = new ClientRetryPolicy(0) };
        if (options.KeyHeader is not null || options.ApiVersion is not null)
        {
            client.AddPolicy(new AzureManners(options), PipelinePosition.BeforeTransport);
        }

        return new(options.Model, new OpenAIClient(new ApiKeyCredential(options.ApiKey), client));
    }
}
