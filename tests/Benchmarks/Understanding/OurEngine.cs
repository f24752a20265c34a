using System.Globalization;
using System.Text.RegularExpressions;
using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Understanding;

/// <summary>The bot's classifier on one set: learns from its training rows, is asked the rest.</summary>
internal sealed partial class OurEngine(BotCommand bot, Workshop workshop, EvaluationData data)
{
    private const string Unknown = "none";

    public async Task<EngineFigures> MeasureAsync(string set)
    {
        var rows = data.Rows(set);
        var train = rows.Where(row => EvaluationData.IsForTraining(row) && !row.IsOutOfScope).ToList();
        var test = rows.Where(row => !EvaluationData.IsForTraining(row)).ToList();
        var file = Path.Combine(workshop.NewFolder(), "train.jsonl");
        await File.WriteAllLinesAsync(file, train.Select(row => JsonLines.Line(new { text = row.Text, label = row.LabelText })));
        string[] unknown = test.Exists(row => row.IsOutOfScope) ? ["--unknown", Unknown] : [];
        var answer = await bot.RunAsync(test.Select(row => JsonLines.Line(new { text = row.Text })), ["classify", "--train", file, .. unknown]);
        return Judge(train.Count, [.. test.Zip(answer.Lines.Select(JsonLines.Of<Classified>))], answer.Remarks);
    }

    private static EngineFigures Judge(int trained, List<(EvaluationRow Row, Classified Answer)> answers, string remarks)
    {
        var right = answers.Select(a => (a.Row.IsOutOfScope, IsRight: a.Answer.Label == (a.Row.IsOutOfScope ? Unknown : a.Row.LabelText))).ToList();
        var outside = right.Where(r => r.IsOutOfScope).ToList();
        var inside = right.Where(r => !r.IsOutOfScope).ToList();
        var costs = Costs().Match(remarks);
        return new EngineFigures(
            trained,
            answers.Count,
            Counts.Share(right.Count(r => r.IsRight), right.Count),
            Counts.Share(inside.Count(r => r.IsRight), inside.Count),
            outside.Count == 0 ? null : Counts.Share(outside.Count(r => r.IsRight), outside.Count),
            Cost(costs.Groups["seconds"]),
            Cost(costs.Groups["microseconds"]));
    }

    private static double? Cost(Group found) => found.Success ? double.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"in (?<seconds>[\d.]+) s; (?<microseconds>[\d.]+) us a line")]
    private static partial Regex Costs();

    private sealed record Classified(string? Label, double? Score);
}
