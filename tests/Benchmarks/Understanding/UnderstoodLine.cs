namespace Warmline.Benchmarks.Understanding;

internal sealed record UnderstoodIntent(string Name, double Confidence);

/// <summary>What <c>understand</c> answers to a line; its entities are not measured here.</summary>
internal sealed record UnderstoodLine(string Language, IReadOnlyList<UnderstoodIntent> Intents, IReadOnlyDictionary<string, double> Signals)
{
    public UnderstoodIntent Top => Intents[0];

    public double Signal(string name) => Signals.GetValueOrDefault(name);
}
