using Warmline.Benchmarks.Report;
using static Warmline.Benchmarks.Understanding.Figure;

namespace Warmline.Benchmarks.Understanding;

/// <summary>Our own judged lines: is the first intent right, the language, and the confidence honest?</summary>
internal sealed class OwnPhrases(BotCommand bot, Journal journal)
{
    public async Task RunAsync()
    {
        journal.BeginPlain(
            "Product: own phrases",
            "Written by others than the training phrases. The customer's language is known, but for the column that says otherwise. Calibration error: mean of |confidence − accuracy| in ten bins of the top confidence.",
            "language", "lines", "accuracy", "95 %", "language right", "language right, not told", "calibration error");
        foreach (var language in Judged.Languages.Where(language => File.Exists(Judged.Phrases(language))))
        {
            await MeasureAsync(language);
        }
    }

    private async Task MeasureAsync(string language)
    {
        var phrases = JsonLines.Read<JudgedPhrase>(Judged.Phrases(language)).ToList();
        var lines = await bot.UnderstandAsync(phrases.Select(phrase => (phrase.Text, (string?)language)));
        var untold = await bot.UnderstandAsync(phrases.Select(phrase => (phrase.Text, (string?)null)));
        var answers = lines.Zip(phrases, (line, phrase) => (line.Top.Confidence, IsRight: phrase.Accepts(line.Top.Name))).ToList();
        var right = answers.Count(a => a.IsRight);
        journal.Row(
            language,
            $"{answers.Count}",
            Share(Counts.Share(right, answers.Count)),
            Interval(right, answers.Count),
            Mean(lines.Select(line => line.Language == language)),
            Mean(untold.Select(line => line.Language == language)),
            Share(Measures.CalibrationError(answers)));
    }
}
