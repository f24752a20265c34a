namespace Warmline.Bot.Understanding.Commands;

/// <summary><c>understand</c>: in <c>{"text", "lang"?}</c>, out language, intents (best first), entities and signals.</summary>
internal static class UnderstandCommand
{
    public static Task<int> RunAsync(Understander understander, TextReader input, TextWriter output, CancellationToken cancellationToken) =>
        JsonLines.AnswerAsync<Asked>(input, output, asked => Answer(understander, asked), cancellationToken);

    private static object Answer(Understander understander, Asked asked)
    {
        var understood = understander.Understand([asked.Text ?? ""], Languages.Of(asked.Lang) ?? Languages.Default);
        return new
        {
            understood.Language,
            Intents = Named(understood.Intents),
            Entities = EntityTable.Of(understood.Entities),
            Signals = understood.Signals.All.ToDictionary(signal => signal.Key, signal => Math.Round(signal.Value.Strength, 3)),
        };
    }

    // Hello and thanks are one thing to those who measure.
    private static IEnumerable<object> Named(IReadOnlyList<IntentScore> intents) => intents
        .GroupBy(score => score.Intent is Intent.Greeting or Intent.Thanks ? "greeting_or_thanks" : IntentNames.Of(score.Intent))
        .Select(same => new { Name = same.Key, Confidence = Math.Round(Math.Min(1, same.Sum(score => score.Confidence)), 4) })
        .OrderByDescending(score => score.Confidence);

    private sealed record Asked(string? Text, string? Lang);
}
