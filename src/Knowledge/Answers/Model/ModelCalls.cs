using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Polly.CircuitBreaker;

namespace Warmline.Knowledge.Answers.Model;

/// <summary>
/// One text of the model, read as it is written and judged sentence by sentence: within the time, the budget and the number of calls at
/// once, and never while it rests. Nothing it does, or says, reaches the caller as an exception.
/// </summary>
internal sealed class ModelCalls(
    LanguageModel model, IOptions<LanguageModelOptions> options, ModelBudget budget, ModelCircuit circuit, TimeProvider time, ILogger<ModelCalls> log)
    : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.AtOnce);

    public async Task<ModelReply> WriteAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var reply = await TryWriteAsync(request, cancellationToken);
        if (reply.Fault != ModelFault.None)
        {
            KnowledgeLog.NothingWritten(log, request.Purpose, reply.Fault);
        }

        return reply;
    }

    public void Dispose() => _places.Dispose();

    private async Task<ModelReply> TryWriteAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return new(null, ModelFault.Busy);
        }

        try
        {
            var expected = request.Prompt.Sum(message => Tokens(message.Content));
            return budget.TryTake(request.Conversation, expected, options.Value.LongestText) is { } spending
                ? await GuardedAsync(request, new ModelStream(request.Accepts, expected), spending, cancellationToken)
                : new(null, ModelFault.Spent);
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task<ModelReply> GuardedAsync(
        ModelRequest request, ModelStream stream, ModelBudget.Spending spending, CancellationToken cancellationToken)
    {
        try
        {
            return await circuit.RunAsync(token => ReadAsync(request.Prompt, stream, token), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            stream.CostsNothing();
            return new(null, ModelFault.Resting);
        }
        catch (TimeoutException)
        {
            return new(null, ModelFault.Slow);
        }
#pragma warning disable CA1031 // Another's service may fail in any way; the customer gets the article's own words.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            KnowledgeLog.ModelFailed(log, error.GetType().Name);
            return new(null, ModelFault.Failed);
        }
        finally
        {
            budget.Settle(spending, stream.Read, stream.Written);
        }
    }

    private async Task<ModelReply> ReadAsync(ChatHistory prompt, ModelStream stream, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var settings = new OpenAIPromptExecutionSettings { Temperature = 0, MaxTokens = options.Value.LongestText };
        using var patience = new CancellationTokenSource(Shorter(options.Value.FirstWordWithin, options.Value.WriteWithin), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await foreach (var part in model.Chat!.GetStreamingChatMessageContentsAsync(prompt, settings, kernel: null, either.Token))
            {
                if (stream.IsEmpty && !string.IsNullOrEmpty(part.Content))
                {
                    patience.CancelAfter(Longer(options.Value.WriteWithin - time.GetElapsedTime(began), TimeSpan.Zero));
                }

                // What is not let through need not be written to its end.
                if (!stream.Take(part))
                {
                    break;
                }
            }

            return stream.End();
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>At least as many as any tokenizer makes of our four languages.</summary>
    internal static int Tokens(string? text) => 8 + (Encoding.UTF8.GetByteCount(text ?? "") / 2);

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
