using System.Globalization;
using Warmline.Benchmarks.Report;
using Warmline.Benchmarks.Targets;
using Warmline.Benchmarks.Understanding;
using static Warmline.Benchmarks.Understanding.Figure;

namespace Warmline.Benchmarks.Retrieval;

/// <summary>How well articles are found, beside plain BM25, plain TF-IDF and NLP.js, and how fast among many. It measures; nothing passes or fails.</summary>
internal sealed class RetrievalRun(Options options, Workshop workshop, Journal journal)
{
    private static readonly string[] LabelSets = ["hint3_curekart", "hint3_sofmattress"];
    private const string PairSet = "parsinlu_qqp_fa";

    private readonly EvaluationData _data = new(Path.GetFullPath(options.Data, Workshop.Root));
    private readonly BotCommand _bot = new(workshop, options);
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public async Task<int> RunAsync(string[] arguments)
    {
        await workshop.PrepareBotAsync();
        journal.Say($"""
            # Retrieval, measured on {_now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC

            - {ProcFiles.Model()}, {Environment.ProcessorCount} processors; .NET {Environment.Version}
            - commit {await Workshop.RunAsync("git", Workshop.Root, "describe", "--always", "--dirty")}
            - `dotnet run --project tests/Benchmarks -c Release -- {string.Join(' ', arguments)}`
            """);
        await QualityAsync();
        await ScaleAsync();
        workshop.CleanUp();
        var file = options.Out ?? Path.Combine(Workshop.Root, $"tests/Benchmarks/results/retrieval-{_now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.md");
        await File.WriteAllTextAsync(file, journal.ToString());
        Console.WriteLine($"\nWritten to {file}");
        return 0;
    }

    private async Task QualityAsync()
    {
        journal.BeginPlain(
            "Found",
            "hit@1: the share of the questions that an article answers whose right article is first. NLP.js learns the same training questions; it may say none, which counts as a miss. Own sets: the odd lines of our questions on the starter articles. Where only the pair's own text2 counts, a text with several pairs can be right for one of them: the ceiling is that row's distinct texts (the last row) over its questions.",
            "set", "articles", "questions", "hit@1", "95 %", "plain BM25", "plain TF-IDF", "NLP.js", "answered wrong", "unanswerable answered", "calibration error");
        var peer = new NlpJs(workshop, _data, options);
        var leftOut = await peer.PrepareAsync();
        foreach (var set in LabelSets.Where(_data.Has))
        {
            await MeasureAsync(FaqSet.OfLabels(set, _data), leftOut is null ? (await peer.MeasureAsync(set))?.InScope : null);
        }

        var own = leftOut is null ? new NlpJs(workshop, OwnQuestions.Write(workshop.NewFolder(), _data), options) : null;
        foreach (var language in OwnQuestions.Languages)
        {
            await MeasureAsync(OwnQuestions.Of(language), own is null ? null : (await own.MeasureAsync(OwnQuestions.NameOf(language)))?.InScope);
        }

        foreach (var set in _data.Has(PairSet) ? FaqSet.OfPairs(PairSet, _data) : [])
        {
            await MeasureAsync(set, null);
        }
    }

    private async Task MeasureAsync(FaqSet set, double? peer)
    {
        var (answers, _) = await AskAsync(set.Articles, set.Questions);
        var (bm25, tfIdf) = (new PlainBm25(set), new PlainTfIdf(set));
        var all = set.Questions.Zip(answers).ToList();
        var (known, strange) = (all.Where(pair => pair.First.Right.Count > 0).ToList(), all.Where(pair => pair.First.Right.Count == 0).ToList());
        var right = known.Count(IsRight);
        journal.Row(
            set.Name, $"{set.Articles.Count}", $"{known.Count}", Share(Counts.Share(right, known.Count)), Interval(right, known.Count),
            Mean(known.Select(pair => pair.First.Right.Contains(bm25.Best(pair.First.Text)))),
            Mean(known.Select(pair => pair.First.Right.Contains(tfIdf.Best(pair.First.Text)))),
            Share(peer),
            Mean(known.Select(pair => pair.Second.Decision == "answer" && !IsRight(pair))),
            Mean(strange.Select(pair => pair.Second.Decision == "answer")),
            Share(Measures.CalibrationError([.. all.Select(pair => (pair.Second.Confidence, IsRight(pair)))])));

        static bool IsRight((FaqQuestion First, Answered Second) pair) => pair.Second.Keys is [var best, ..] && pair.First.Right.Contains(best);
    }

    private async Task ScaleAsync()
    {
        journal.BeginPlain("Among many", "Made-up articles of five ways to ask and an answer of sixty words; memory is what is held once all indexes are built.", "articles", "hit@1", "remarks");
        foreach (var (count, languages) in ((int, int)[])[(10_000, 4), (100_000, 1)])
        {
            var questions = BigShop.Questions(count, 2000, languages).ToList();
            var (answers, remarks) = await AskAsync(BigShop.Articles(count, languages), questions);
            journal.Row($"{count} × {languages}", Mean(questions.Zip(answers).Select(pair => pair.Second.Keys is [var best, ..] && pair.First.Right.Contains(best))), remarks);
        }
    }

    private async Task<(List<Answered> Answers, string Remarks)> AskAsync(IEnumerable<FaqArticle> articles, IEnumerable<FaqQuestion> questions)
    {
        var file = Path.Combine(workshop.NewFolder(), "articles.jsonl");
        await File.WriteAllLinesAsync(file, articles.Select(JsonLines.Line));
        var said = await _bot.RunAsync(questions.Select(question => JsonLines.Line(new { text = question.Text, lang = question.Lang })), "ask", "--articles", file);
        return ([.. said.Lines.Select(JsonLines.Of<Answered>)], said.Remarks);
    }

    private sealed record Answered(string Decision, IReadOnlyList<string> Keys, double Confidence);
}
