using Warmline.Bot.Shop;

namespace Warmline.Bot.Understanding;

/// <summary>The rules of all languages, a shop's own patterns among them.</summary>
internal sealed class RuleShelf(ShopFolder folder)
{
    private static readonly Lazy<Dictionary<string, RuleMatcher>> BuiltIn = new(() => Load(_ => null));

    private readonly Dictionary<string, RuleMatcher> _matchers = Directory.Exists(folder.PatternsFolder)
        ? Load(language => Path.Combine(folder.PatternsFolder, $"{language}.txt"))
        : BuiltIn.Value;

    /// <summary>The rules of these languages, each once, in this order.</summary>
    public IReadOnlyList<RuleMatcher> Of(params IEnumerable<string> languages) =>
        [.. languages.Distinct(StringComparer.Ordinal).Select(language => _matchers[language])];

    private static Dictionary<string, RuleMatcher> Load(Func<string, string?> ownFile) =>
        Languages.All.ToDictionary(language => language, language => new RuleMatcher(RuleBook.Load(language, ownFile(language))), StringComparer.Ordinal);
}
