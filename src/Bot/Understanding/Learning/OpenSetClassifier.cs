namespace Warmline.Bot.Understanding.Learning;

/// <summary>Any labels, with an end to its knowledge: planes, a search beside them, and what their sum means.</summary>
/// <param name="Planes">Its own calibration says nothing here.</param>
/// <param name="Search">Null where planes alone do.</param>
/// <param name="Share">What a fit counts beside a margin.</param>
internal sealed record OpenSetClassifier(TextClassifier Planes, LabelSearch? Search, float Share, Calibration Calibration)
{
    public IReadOnlyList<string> Labels => Planes.Labels;

    /// <summary>The likeliest label, and how likely it is that the line bears none.</summary>
    public (LabelScore Best, double Unknown) Classify(Line line)
    {
        var chances = Calibration.Probabilities(Evidence.Of(line, Planes, Search).Sum(Share));
        var best = Array.IndexOf(chances, chances.Max());
        return (new LabelScore(Labels[best], chances[best]), 1 - chances.Sum());
    }
}

/// <summary>What speaks for each label.</summary>
/// <param name="Margins">By the planes.</param>
/// <param name="Fits">By the search; empty without one.</param>
internal readonly record struct Evidence(float[] Margins, float[] Fits)
{
    public static Evidence Of(Line line, TextClassifier planes, LabelSearch? search)
    {
        var margins = planes.Margins(planes.Take(line));
        return new(margins, search?.Fit(line, margins) ?? []);
    }

    /// <summary>Both together, a fit counting <paramref name="share"/> beside a margin.</summary>
    public float[] Sum(float share)
    {
        var (margins, fits) = this;
        return fits.Length == 0 ? margins : [.. margins.Select((margin, label) => margin + (share * fits[label]))];
    }
}
