using Warmline.Knowledge.Search;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>Whether the sources carry a sentence: it names one of them, its facts are theirs, and most of its words too.</summary>
internal sealed class GroundingChecks(IReadOnlyList<KnowledgeArticle> sources, string language, string instruction)
{
    private const int LongestSentence = 600;
    private const double ShareOfWords = 0.5;
    private readonly PlainChecks _plain = new(language, instruction);
    private readonly FactSheet[] _facts = [.. sources.Select(source => FactSheet.Of(source.Title, source.Markdown))];
    private readonly HashSet<string> _stems = [.. sources.SelectMany(source => Stems($"{source.Title} {source.Markdown}", source.Language))];
    private readonly Polarity _polarity = new(sources.Select(source => source.Markdown), text => [.. Stems(text, language)]);
    private readonly bool _sameLanguage = sources.All(source => source.Language == language);

    public Objection Of(string sentence)
    {
        var plain = Citations.Without(sentence);
        var cited = Citations.Of(sentence);
        if (sentence.Length > LongestSentence)
        {
            return Objection.Form;
        }

        return cited.Count == 0 || cited.Any(number => number < 1 || number > sources.Count) ? Objection.Uncited
            : !FactReader.Read(plain).All(fact => cited.Any(number => _facts[number - 1].Has(fact))) ? Objection.UnknownFact
            : _plain.Of(sentence) is not Objection.None and var objection ? objection
            : _sameLanguage && !AreWordsKnown(plain) ? Objection.UnknownWords
            : _sameLanguage && !_polarity.IsKept(plain) ? Objection.TurnedAround
            : Objection.None;
    }

    public bool IsInLanguage(string whole) => _plain.IsInLanguage(whole);

    // Words in a language of their own can't be compared; what the customer asked counts for nothing: it may be an order to the model.
    private bool AreWordsKnown(string sentence)
    {
        var words = Stems(sentence, language).ToList();
        return words.Count == 0 || words.Count(_stems.Contains) >= words.Count * ShareOfWords;
    }

    private static IEnumerable<string> Stems(string text, string language) =>
        Terms.Of(text, language, withPairs: false).Where(term => term.IsWord && !term.SaysLittle).Select(term => term.Stem);
}
