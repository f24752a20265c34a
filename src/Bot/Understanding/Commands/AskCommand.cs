using System.Diagnostics;
using Warmline.Knowledge;
using Warmline.Knowledge.Language;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>
/// <c>ask [--articles FILE]</c>: in <c>{"text", "lang"?}</c>, out whether an article answers, several are offered or none fits. The
/// articles are those of the file, <c>{"key","lang","question","variants","answer"}</c> a line, else what the shop has published.
/// A line that is not of the form is answered by an error in its place, and its number told on standard error.
/// </summary>
internal static class AskCommand
{
    public static async Task<int> RunAsync(
        string? file, Func<IServiceProvider> services, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var ranking = file is null
            ? await PublishedAsync(services(), cancellationToken)
            : KnowledgeRanking.Of(JsonLines.ReadFile<Row>(file).Select((row, number) => Article(row, file, number)));
        var (built, times) = (watch.Elapsed, new List<TimeSpan>());
        var memory = GC.GetTotalMemory(forceFullCollection: true) / 1_048_576;
        var refused = await JsonLines.AnswerAsync<Asked>(input, output, asked =>
        {
            watch.Restart();
            var answer = Answer(ranking, asked);
            times.Add(watch.Elapsed);
            return answer;
        }, cancellationToken, errors);
        times.Sort();
        await errors.WriteLineAsync($"ready in {built.TotalSeconds:F1} s, {memory} MB; {times.Count} lines: {Milliseconds(times, 0.5)} ms, 99 of 100 within {Milliseconds(times, 0.99)} ms");
        return refused;
    }

    // A fresh data folder has no tables yet, and gets the starter articles with them.
    private static async Task<KnowledgeRanking> PublishedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.MigrateKnowledgeAsync(cancellationToken);
        return await services.GetRequiredService<KnowledgeAnswers>().RankingAsync(cancellationToken);
    }

    private static string Milliseconds(List<TimeSpan> sorted, double share) =>
        sorted.Count == 0 ? "-" : $"{sorted[(int)((sorted.Count - 1) * share)].TotalMilliseconds:F2}";

    private static RankedArticle Article(Row row, string file, int number) =>
        row is { Key.Length: > 0, Question.Length: > 0 }
            ? new(row.Key, Languages.Of(row.Lang) ?? Languages.Default, row.Question, row.Variants ?? [], row.Answer ?? "")
            : throw new InvalidDataException($"{file}, article {number + 1}: \"key\" and \"question\" must be given.");

    private static object Answer(KnowledgeRanking ranking, Asked asked)
    {
        var text = asked.Text ?? "";
        var language = Languages.Of(asked.Lang) ?? LanguageIdentifier.Identify(text).Language ?? Languages.Default;
        var (kind, keys, confidence) = ranking.Rank(text, language);
        var decision = kind switch
        {
            KnowledgeAnswerKind.Answer => "answer",
            KnowledgeAnswerKind.Suggestions => "choices",
            _ => "none",
        };
        return new { decision, keys, confidence = Math.Round(confidence, 4) };
    }

    private sealed record Row(string? Key, string? Lang, string? Question, IReadOnlyList<string>? Variants, string? Answer);

    private sealed record Asked(string? Text, string? Lang);
}
