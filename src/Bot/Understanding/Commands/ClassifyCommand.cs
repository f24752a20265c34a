using System.Diagnostics;
using Warmline.Bot.Understanding.Learning;
using Warmline.Bot.Understanding.Model;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>
/// <c>classify --train FILE [--unknown LABEL]</c>: trains on rows <c>{"text","label"}</c> (no label, or <c>out_of_scope</c>, is an
/// example of the unknown), then answers <c>{"text"}</c> by <c>{"label","score"}</c>. With <c>--unknown</c> that label is the answer
/// where no other is likelier than something never seen.
/// </summary>
internal static class ClassifyCommand
{
    private const string OutOfScope = "out_of_scope";

    public static async Task<int> RunAsync(
        string file, string? unknown, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var rows = JsonLines.ReadFile<Row>(file).Where(row => row.Text is not null)
            .Select(row => (row.Text!, Label: string.IsNullOrEmpty(row.Label) || row.Label == unknown ? OutOfScope : row.Label)).ToList();
        if (rows.Select(row => row.Label).Distinct().Count() < 2)
        {
            throw new InvalidDataException($"{file} has fewer than two labels.");
        }

        var watch = Stopwatch.StartNew();
        var classifier = OpenSetTrainer.Train(rows, LanguagesOf(rows));
        var training = watch.Elapsed;
        var (asked, busy) = (0, TimeSpan.Zero);
        var refused = await JsonLines.AnswerAsync<Row>(input, output, row =>
        {
            watch.Restart();
            var answer = Answer(classifier, WordReader.Read(row.Text ?? ""), unknown);
            (asked, busy) = (asked + 1, busy + watch.Elapsed);
            return new { label = answer.Label, score = Math.Round(answer.Confidence, 4) };
        }, cancellationToken);
        await errors.WriteLineAsync(
            $"trained on {rows.Count} rows, {classifier.Labels.Count} labels in {training.TotalSeconds:F1} s; "
            + $"{busy.TotalMicroseconds / Math.Max(1, asked):F0} us a line; memory {Environment.WorkingSet / 1_048_576} MB");
        return refused;
    }

    private static RowLanguages? LanguagesOf(List<(string Text, string Label)> rows) =>
        RowLanguages.Of(rows.Select(row => WordReader.Read(row.Text)), new LanguageReader(UnderstandingModel.BuiltIn().Language).Read);

    private static LabelScore Answer(OpenSetClassifier classifier, Line line, string? unknown)
    {
        var (best, nothing) = classifier.Classify(line);
        var strange = best.Label == OutOfScope || nothing > best.Confidence;
        return !strange || unknown is null ? best : new LabelScore(unknown, best.Label == OutOfScope ? best.Confidence + nothing : nothing);
    }

    private sealed record Row(string? Text, string? Label);
}
