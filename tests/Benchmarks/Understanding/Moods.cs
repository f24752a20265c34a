using Warmline.Benchmarks.Report;
using static Warmline.Benchmarks.Understanding.Figure;

namespace Warmline.Benchmarks.Understanding;

/// <summary>Is the customer frustrated? The sets are proxies: reviews, messages to companies and comments.</summary>
internal sealed class Moods(BotCommand bot, EvaluationData data, Chosen chosen, Journal journal)
{
    private const string Signal = "frustration";
    private const double Threshold = 0.5;

    private static readonly string[] Sets =
        ["sentirueval_ru", "wccrs_hotels_pl", "wccrs_medicine_pl", "parsinlu_food_fa", "shortpersianemo_fa", "goemotions_en"];

    public async Task RunAsync()
    {
        var sets = chosen.Among(Sets).Where(data.Has).ToList();
        if (sets.Count == 0)
        {
            return;
        }

        journal.BeginPlain(
            "Product: frustration", "The signal `frustration` above 0.5, beside people's marks for reviews and comments: proxies, not customers of a shop.",
            "set", "lines", "frustrated", "F1", "recall", "precision");
        foreach (var set in sets)
        {
            await MeasureAsync(set);
        }
    }

    private async Task MeasureAsync(string set)
    {
        var rows = data.Rows(set).Where(row => row.Frustration is not null).ToList();
        var lines = await bot.UnderstandAsync(rows.Select(row => (row.Text, (string?)row.Lang)));
        var counts = Counts.Of(lines.Zip(rows, (line, row) => (line.Signal(Signal) > Threshold, row.IsFrustrated)));
        journal.Row(set, $"{rows.Count}", $"{counts.Right + counts.Missed}", Share(counts.F1), Share(counts.Recall), Share(counts.Precision));
    }
}
