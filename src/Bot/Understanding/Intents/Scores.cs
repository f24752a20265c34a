namespace Warmline.Bot.Understanding;

/// <summary>How likely each intent is; 0 for what nobody spoke of.</summary>
internal sealed class Scores
{
    private static readonly int Intents = Enum.GetValues<Intent>().Length;

    private readonly double[] _scores = new double[Intents];

    public double this[Intent intent]
    {
        get => _scores[(int)intent];
        set => _scores[(int)intent] = value;
    }
}
