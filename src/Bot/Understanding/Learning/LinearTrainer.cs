namespace Warmline.Bot.Understanding.Learning;

/// <summary>
/// Learns the planes: one label against all others, squared hinge loss, by dual coordinate descent with shrinking
/// (Hsieh et al., "A dual coordinate descent method for large-scale linear SVM", 2008). The same lines give the same planes.
/// </summary>
internal static class LinearTrainer
{
    private const int MostRounds = 40;
    private const double GoodEnough = 0.05;
    private const uint Seed = 12345;

    /// <param name="lines">The training lines.</param>
    /// <param name="labels">The label of each line, 0 … <paramref name="labelCount"/>-1.</param>
    /// <param name="labelCount">How many labels there are.</param>
    /// <param name="features">How many features the vocabulary has.</param>
    /// <param name="cost">What a line on the wrong side costs; less makes flatter planes.</param>
    public static LinearModel Train(IReadOnlyList<SparseVector> lines, int[] labels, int labelCount, int features, double cost)
    {
        var weights = new float[features * labelCount];
        var biases = new float[labelCount];
        Parallel.For(0, labelCount, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, label =>
        {
            var plane = new Plane(lines, labels, label, features, cost);
            plane.Learn();
            biases[label] = (float)plane.Bias;
            for (var at = 0; at < features; at++)
            {
                weights[(at * labelCount) + label] = plane.Weights[at];
            }
        });
        return LinearModel.Of(labelCount, weights, biases);
    }

    private sealed class Plane
    {
        private readonly IReadOnlyList<SparseVector> _lines;
        private readonly bool[] _ours;
        private readonly double[] _pull;
        private readonly double[] _size;
        private readonly int[] _order;
        private readonly double _slack;
        private int _active;
        private uint _random = Seed;

        public Plane(IReadOnlyList<SparseVector> lines, int[] labels, int label, int features, double cost)
        {
            _lines = lines;
            _ours = [.. labels.Select(each => each == label)];
            _pull = new double[lines.Count];
            _slack = 0.5 / cost;
            _size = [.. lines.Select(line => 1 + _slack + line.Value.Sum(value => (double)value * value))];
            _order = [.. Enumerable.Range(0, lines.Count)];
            _active = lines.Count;
            Weights = new float[features];
        }

        public float[] Weights { get; }

        public double Bias { get; private set; }

        public void Learn()
        {
            var ceiling = double.PositiveInfinity;
            for (var round = 0; round < MostRounds; round++)
            {
                Shuffle();
                var worst = Round(ceiling);
                if (worst < GoodEnough && _active == _lines.Count)
                {
                    return;
                }

                // What was left aside is looked at once more before it counts as done.
                (ceiling, _active) = worst < GoodEnough ? (double.PositiveInfinity, _lines.Count) : (worst, _active);
            }
        }

        private double Round(double ceiling)
        {
            var worst = 0.0;
            for (var k = 0; k < _active; k++)
            {
                var line = _order[k];
                var gradient = Gradient(line);
                if (_pull[line] == 0 && gradient > ceiling)
                {
                    _active--;
                    (_order[k], _order[_active]) = (_order[_active], _order[k]);
                    k--;
                    continue;
                }

                worst = Math.Max(worst, Math.Abs(_pull[line] == 0 ? Math.Min(gradient, 0) : gradient));
                Step(line, gradient);
            }

            return worst;
        }

        private double Gradient(int line)
        {
            var (at, value) = _lines[line];
            var side = Bias;
            for (var f = 0; f < at.Length; f++)
            {
                side += Weights[at[f]] * value[f];
            }

            return (_ours[line] ? side : -side) - 1 + (_slack * _pull[line]);
        }

        private void Step(int line, double gradient)
        {
            var before = _pull[line];
            _pull[line] = Math.Max(0, before - (gradient / _size[line]));
            var step = (_pull[line] - before) * (_ours[line] ? 1 : -1);
            if (step == 0)
            {
                return;
            }

            Bias += step;
            var (at, value) = _lines[line];
            for (var f = 0; f < at.Length; f++)
            {
                Weights[at[f]] += (float)step * value[f];
            }
        }

        private void Shuffle()
        {
            for (var k = 0; k < _active; k++)
            {
                _random = (_random * 1664525) + 1013904223;
                var other = k + (int)(_random % (uint)(_active - k));
                (_order[k], _order[other]) = (_order[other], _order[k]);
            }
        }
    }
}
