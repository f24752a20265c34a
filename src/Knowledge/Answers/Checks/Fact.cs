namespace Warmline.Knowledge.Answers.Checks;

/// <summary>
/// Something in a text that is right or wrong: a figure, a date, an address. It is carried where any of <see cref="AnyOf"/> stands;
/// as a source it carries <see cref="Also"/> as well ("14 days" carries "14", never the other way round).
/// </summary>
internal sealed record Fact(IReadOnlyList<string> AnyOf, IReadOnlyList<string> Also)
{
    public Fact(string only, params IReadOnlyList<string> also)
        : this([only], also)
    {
    }
}

/// <summary>All the facts of some sources.</summary>
internal sealed class FactSheet
{
    private readonly HashSet<string> _known = [];

    public static FactSheet Of(params IEnumerable<string> texts)
    {
        var sheet = new FactSheet();
        foreach (var fact in texts.SelectMany(FactReader.Read))
        {
            sheet._known.UnionWith(fact.AnyOf);
            sheet._known.UnionWith(fact.Also);
        }

        return sheet;
    }

    /// <summary>Whether every fact of the text stands in a source.</summary>
    public bool Carries(string text) => FactReader.Read(text).All(Has);

    public bool Has(Fact fact) => fact.AnyOf.Any(_known.Contains);
}
