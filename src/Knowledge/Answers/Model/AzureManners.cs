using System.ClientModel.Primitives;

namespace Warmline.Knowledge.Answers.Model;

/// <summary>The key in a header of its own and a version in the address, as Azure's older addresses want them.</summary>
internal sealed class AzureManners(LanguageModelOptions options) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Address(message.Request);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Address(message.Request);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void Address(PipelineRequest request)
    {
        if (options.KeyHeader is { } header)
        {
            request.Headers.Remove("Authorization");
            request.Headers.Set(header, options.ApiKey);
        }

        if (options.ApiVersion is { } version && request.Uri is { } uri)
        {
            request.Uri = new UriBuilder(uri) { Query = $"api-version={Uri.EscapeDataString(version)}" }.Uri;
        }
    }
}
