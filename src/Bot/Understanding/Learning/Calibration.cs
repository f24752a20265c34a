namespace Warmline.Bot.Understanding.Learning;

/// <summary>
/// Turns margins into probabilities that mean what they say. Beside the labels stands the unknown, which wins where no label
/// reaches <see cref="Unknown"/>.
/// </summary>
/// <param name="Slope">How fast a wider margin makes sure.</param>
/// <param name="Unknown">The margin a label must reach to be likelier than something never seen.</param>
internal readonly record struct Calibration(double Slope, double Unknown)
{
    /// <summary>The probability of each label; what is missing to 1 is the unknown's.</summary>
    public double[] Probabilities(ReadOnlySpan<float> margins)
    {
        var highest = Unknown;
        foreach (var margin in margins)
        {
            highest = Math.Max(highest, margin);
        }

        var (chances, sum) = (new double[margins.Length], Math.Exp(Slope * (Unknown - highest)));
        for (var label = 0; label < chances.Length; label++)
        {
            chances[label] = Math.Exp(Slope * (margins[label] - highest));
            sum += chances[label];
        }

        for (var label = 0; label < chances.Length; label++)
        {
            chances[label] /= sum;
        }

        return chances;
    }

    /// <summary>Fits both numbers to judged lines that the planes were not trained on: the least surprise wins.</summary>
    public static Calibration Fit(IReadOnlyList<JudgedLine> judged)
    {
        var best = new Calibration(4, -1);
        foreach (var step in (double[])[1, 0.5, 0.25, 0.1, 0.05])
        {
            best = Descend(judged, best, step);
        }

        return best;
    }

    private static Calibration Descend(IReadOnlyList<JudgedLine> judged, Calibration best, double step)
    {
        var least = best.Surprise(judged);
        for (var better = true; better;)
        {
            better = false;
            Calibration[] near =
            [
                best with { Slope = best.Slope + (step * 2) }, best with { Slope = Math.Max(0.1, best.Slope - (step * 2)) },
                best with { Unknown = best.Unknown + (step / 2) }, best with { Unknown = best.Unknown - (step / 2) },
            ];
            foreach (var other in near)
            {
                var surprise = other.Surprise(judged);
                (best, least, better) = surprise < least - 1e-9 ? (other, surprise, true) : (best, least, better);
            }
        }

        return best;
    }

    /// <summary>How badly judged lines are foretold: the less the better.</summary>
    public double Surprise(IReadOnlyList<JudgedLine> judged)
    {
        var sum = 0.0;
        foreach (var line in judged)
        {
            var chances = Probabilities(line.Margins);
            var right = line.Label == JudgedLine.UnknownLabel ? 1 - chances.Sum() : chances[line.Label];
            sum -= line.Weight * Math.Log(Math.Max(right, 1e-12));
        }

        return sum;
    }
}

/// <summary>A line that was held back from training, what the planes said of it, and what it really was.</summary>
internal readonly record struct JudgedLine(float[] Margins, int Label, double Weight)
{
    public const int UnknownLabel = -1;
}
