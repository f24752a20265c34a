using Warmline.Benchmarks.Report;
using static Warmline.Benchmarks.Understanding.Figure;

namespace Warmline.Benchmarks.Understanding;

/// <summary>How good is the classifier itself? Trained and asked inside each set, beside the peer.</summary>
internal sealed class EngineSets(OurEngine ours, NlpJs peer, EvaluationData data, Chosen chosen, Journal journal)
{
    private static readonly string[] Sets =
        ["banking77", "clinc150", "hint3_curekart", "hint3_sofmattress", "bitext_cs", "hwu_ru", "massive_fa_en500"];

    public async Task RunAsync()
    {
        var sets = chosen.Among(Sets);
        if (sets.Count == 0)
        {
            return;
        }

        var leftOut = await peer.PrepareAsync();
        Begin(leftOut);
        foreach (var set in sets.Where(data.Has))
        {
            Row(set, "Warmline", await ours.MeasureAsync(set));
            if (leftOut is null)
            {
                Row(set, "NLP.js 4.27.0", await peer.MeasureAsync(set));
            }
        }
    }

    private void Begin(string? leftOut) => journal.BeginPlain(
        "Engine",
        "Trained on the set's own training rows and asked its other rows. Out of scope is never trained: a threshold chosen on the training rows tells it. "
        + (leftOut is null ? "NLP.js reads a set of two languages as one of its first row's." : $"NLP.js is left out: {leftOut}."),
        "set", "classifier", "train", "test", "accuracy with out of scope", "in scope", "out-of-scope recall", "s to train", "µs a line");

    private void Row(string set, string who, EngineFigures? f)
    {
        if (f is null)
        {
            journal.Row(set, who, None, None, None, None, None, None, None);
            return;
        }

        journal.Row(
            set, who, $"{f.Train}", $"{f.Test}", Share(f.Accuracy), Share(f.InScope), Share(f.OosRecall), Cost(f.TrainSeconds, 1), Cost(f.MicrosecondsPerUtterance, 0));
    }

    private static string Cost(double? value, int decimals) => value is { } cost ? Journal.Number(cost, decimals) : None;
}
