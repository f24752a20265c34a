using Warmline.Bot.Shop;

namespace Warmline.Bot.Understanding;

/// <summary>The rules of all languages, a shop's own patterns among them.</summary>
internal sealed class RuleShelf(ShopFolder folder)
{
    private static readonly Lazy<Dictionary<string, RuleMatcher>> BuiltIn = new(() => Load(_ => null));

    private readonly Dictionary<string, RuleMatcher> _matchers = Directory.Exists(folder.PatternsFolder)
        ? Load(language => Path.Combine(folder.PatternsFolder, $"{language}.txt"))
        : BuiltIn.Value;

    /// <summary>What the rules of the line's language find in it, and then those of the conversation's when that is another.</summary>
    public IReadOnlyList<RuleMatches> Match(Line line, string language, string conversationLanguage) => language == conversationLanguage
        ? [_matchers[language].Match(line)]
        : [_matchers[language].Match(line), _matchers[conversationLanguage].Match(line)];

    private static Dictionary<string, RuleMatcher> Load(Func<string, string?> ownFile) =>
        Languages.All.ToDictionary(language => language, language => new RuleMatcher(RuleBook.Load(language, ownFile(language))), StringComparer.Ordinal);
}
