namespace Warmline.Bot.Understanding;

/// <summary>Rules by how they begin: a line of a few words looks at a few of thousands.</summary>
internal sealed class RuleIndex(IReadOnlyList<Rule> rules)
{
    private readonly ILookup<string, Rule> _words = rules.Where(rule => !rule.Pattern.BeginsWithStem).ToLookup(rule => rule.Pattern.FirstWord, StringComparer.Ordinal);
    private readonly ILookup<string, Rule> _stems = rules.Where(rule => rule.Pattern.BeginsWithStem).ToLookup(rule => rule.Pattern.FirstWord, StringComparer.Ordinal);
    private readonly ILookup<char, Rule> _letters = rules.ToLookup(rule => rule.Pattern.FirstLetter);
    private readonly int _longestStem = rules.Where(rule => rule.Pattern.BeginsWithStem).Select(rule => rule.Pattern.FirstWord.Length).DefaultIfEmpty().Max();

    /// <summary>The rules that may begin at a word; with a typo forgiven all that share its first letter.</summary>
    public IEnumerable<Rule> BeginningAt(string word, bool forgiveTypo) => forgiveTypo ? _letters[word[0]] : _words[word].Concat(Stems(word));

    private IEnumerable<Rule> Stems(string word)
    {
        for (var length = 1; length <= word.Length && length <= _longestStem; length++)
        {
            foreach (var rule in _stems[word[..length]])
            {
                yield return rule;
            }
        }
    }
}
