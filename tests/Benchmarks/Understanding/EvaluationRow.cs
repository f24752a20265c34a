using System.Text.Json;
using System.Text.Json.Serialization;

namespace Warmline.Benchmarks.Understanding;

/// <summary>A row of a public set, as its README describes it.</summary>
/// <param name="Label">The set's own; a few sets have several for a row.</param>
/// <param name="Intent">The product's labels that would be right.</param>
/// <param name="Accept">The same in the mixed set.</param>
internal sealed record EvaluationRow(
    string Text,
    string Lang,
    JsonElement? Label,
    IReadOnlyList<string>? Intent,
    IReadOnlyList<string>? Accept,
    string? Frustration,
    [property: JsonPropertyName("orig_split")] string? Split,
    [property: JsonPropertyName("orig_label")] JsonElement? OriginalLabel)
{
    private const string NoNodes = "NO_NODES_DETECTED";
    private const string Oos = "oos";

    public string LabelText => Label?.ToString() ?? "";

    public bool IsOutOfScope => LabelText is NoNodes or Oos;

    /// <summary>Two bots could not answer it, which does not mean that it is no question for a shop.</summary>
    public bool IsUnjudged => OriginalLabel?.ToString() == NoNodes;

    public bool IsForNoShop => Intent is [Intents.OutOfScope];

    public bool WantsPerson => Intent?.Contains(Intents.HumanAgent) == true;

    public bool IsFrustrated => Frustration == "yes";
}
