using Warmline.Benchmarks.Report;
using static Warmline.Benchmarks.Understanding.Figure;

namespace Warmline.Benchmarks.Understanding;

/// <summary>How good is what is shipped, on lines of others? It learned from the project's own phrases only.</summary>
internal sealed class ProductSets(BotCommand bot, EvaluationData data, Chosen chosen, Journal journal)
{
    private const string Mix = "product_en_mix";
    private const string NoPersonToTalkTo = "contact_sales";

    private static readonly string[] PersonSets = ["rasa_handoff_en", "barf_pl", "nlupp"];
    private static readonly string[] OutsideSets = ["hwu_ru", "massive_fa_en500"];

    public async Task RunAsync()
    {
        if (!chosen.Among([Mix, .. PersonSets, .. OutsideSets]).Any(data.Has))
        {
            return;
        }

        Begin();
        foreach (var set in chosen.Among(Mix).Where(data.Has))
        {
            await MixAsync(set);
        }

        await PersonAsync(chosen.Among(PersonSets).Where(data.Has).ToList());
        foreach (var set in chosen.Among(OutsideSets).Where(data.Has))
        {
            await OutsideAsync(set);
        }
    }

    private void Begin() => journal.BeginPlain(
        "Product: what the customer wants",
        "As shipped, through `understand`; the customer's language is known. The interval holds the true share 95 times of 100 (Wilson).",
        "what", "lines", "figure", "95 %");

    // Right is any of the accepted answers.
    private async Task MixAsync(string set)
    {
        var answers = await AskAsync(data.Rows(set).Where(row => !row.IsUnjudged));
        Say($"{set} without the unanswered rows of two shops: accuracy", answers.Count(IsAccepted), answers.Count);

        static bool IsAccepted((EvaluationRow Row, UnderstoodLine Line) a) => a.Row.Accept!.Contains(Intents.AsSetsCallIt(a.Line.Top.Name));
    }

    private async Task PersonAsync(List<string> sets)
    {
        if (sets.Count == 0)
        {
            return;
        }

        var answers = await AskAsync(sets.SelectMany(data.Rows).Where(row => row.LabelText != NoPersonToTalkTo));
        var counts = Counts.Of(answers.Select(a => (a.Line.Top.Name == Intents.HumanAgent, a.Row.WantsPerson)));
        var pooled = $"wants a person ({string.Join(" + ", sets)})";
        Say($"{pooled}: recall", counts.Right, counts.Right + counts.Missed);
        Say($"{pooled}: precision", counts.Right, counts.Right + counts.False);
    }

    private async Task OutsideAsync(string set)
    {
        var answers = await AskAsync(data.Rows(set).Where(row => row.IsForNoShop));
        Say($"{set}: out-of-scope lines taken for a shop's task", answers.Count(a => Intents.IsTask(a.Line.Top.Name)), answers.Count);
    }

    private async Task<List<(EvaluationRow Row, UnderstoodLine Line)>> AskAsync(IEnumerable<EvaluationRow> rows)
    {
        var asked = rows.ToList();
        return [.. asked.Zip(await bot.UnderstandAsync(asked.Select(row => (row.Text, (string?)row.Lang))))];
    }

    private void Say(string what, int part, int whole) => journal.Row(what, $"{whole}", Share(Counts.Share(part, whole)), Interval(part, whole));
}
