using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Warmline.Knowledge.Answers.Model;

namespace Warmline.Bot.Understanding.SecondOpinion;

/// <summary>
/// Asks a language model what a customer wants where the engine is unsure. It may only name one of our intents; whatever goes
/// wrong, and whatever else it says, the engine's answer stands.
/// </summary>
internal sealed partial class Opinions(
    IChatCompletionService? model, IOptions<LanguageModelOptions> options, TimeProvider time, ILogger<Opinions> log)
{
    // Enough to act on, never enough to outvote an engine that is sure.
    private const double Believed = 0.6;
    private const int LongestAnswer = 12;

    private static readonly OpenAIPromptExecutionSettings Plain = new() { Temperature = 0, MaxTokens = LongestAnswer };
    private long _restsUntil;

    /// <summary>The engine's reading, or a better one where it was unsure and the model knew.</summary>
    public async Task<Understood> AskAsync(Understood first, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        if (model is null || lines.Count == 0 || !IsUnsure(first.Top) || time.GetUtcNow().UtcTicks < Interlocked.Read(ref _restsUntil))
        {
            return first;
        }

        using var budget = new CancellationTokenSource(options.Value.Budget, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            var answer = await model.GetChatMessageContentAsync(Question.About(lines, first.Language), Plain, kernel: null, either.Token).WaitAsync(either.Token);
            return Question.Answer(answer.Content) is { } intent and not Intent.Other ? With(first, intent) : first;
        }
#pragma warning disable CA1031 // Another's service may fail in any way; the customer's turn goes on with what the engine knows.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Interlocked.Exchange(ref _restsUntil, (time.GetUtcNow() + options.Value.Rest).UtcTicks);
            LogNoOpinion(error.GetType().Name, options.Value.Rest);
            return first;
        }
    }

    // To the engine all that is strange is nothing of a shop's.
    private static bool IsUnsure(IntentScore top) => top.Confidence < IntentScore.Sure || top.Intent == Intent.Other;

    private static Understood With(Understood first, Intent intent)
    {
        var opinion = new IntentScore(intent, Believed, []);
        var signals = intent == Intent.HumanAgent ? first.Signals.With(Signals.AsksForPerson, new Signal(Believed, [])) : first.Signals;
        return first with { Intents = [opinion, .. first.Intents.Where(score => score.Intent != intent)], Signals = signals };
    }

    [LoggerMessage(1401, LogLevel.Warning, "The language model gave no opinion ({Error}); it is left alone for {Rest}.")]
    private partial void LogNoOpinion(string error, TimeSpan rest);
}
