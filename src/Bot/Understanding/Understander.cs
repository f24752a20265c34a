using Warmline.Knowledge.Language;

namespace Warmline.Bot.Understanding;

/// <summary>
/// The one door to understanding: customer lines in, meaning out. Today by rules in <c>Rules/*.txt</c>;
/// a trained engine can take the insides' place without anybody outside noticing.
/// </summary>
internal sealed class Understander(EntityReader entities)
{
    // Enough for any request; the agent sees all of it.
    private const int LongestRead = 4000;

    private static readonly Dictionary<string, RuleMatcher> Matchers =
        Languages.All.ToDictionary(language => language, language => new RuleMatcher(RuleBook.Load(language)));

    /// <summary>Understands all unread lines of one turn together; never throws on what a customer types.</summary>
    /// <param name="lines">The customer's unread lines, oldest first.</param>
    /// <param name="conversationLanguage">The language spoken so far; wins when the lines do not say.</param>
    /// <param name="before">Earlier customer lines and failed turns, for the signals.</param>
    public Understood Understand(IReadOnlyList<string> lines, string conversationLanguage, SoFar? before = null)
    {
        var read = lines.Select(line => WordReader.Read(line.Length > LongestRead ? line[..LongestRead] : line)).ToList();
        var languages = read.Select(line => LanguageIdentifier.Identify(Spoken(line.Text)).Language).ToList();
        var language = languages.LastOrDefault(found => found is not null) ?? conversationLanguage;
        var hits = read.Zip(languages)
            .SelectMany(pair => Hits(pair.First, [pair.Second, conversationLanguage]).Select(hit => (pair.First, hit)));
        var intents = IntentReader.Score(hits);
        var matchers = Matchers.Values.ToList();
        return new Understood(
            language,
            intents,
            entities.Read(read, matchers, language),
            SignalReader.Read(read, matchers, intents, before ?? SoFar.Nothing));
    }

    // The line's language and the conversation's come first: "no" is a no in English and a "well" in Polish.
    private static List<Hit> Hits(Line line, string?[] likely)
    {
        var first = Matchers.Keys.Where(likely.Contains).ToList();
        var hits = first.SelectMany(language => Matchers[language].FindIntents(line)).ToList();
        return hits.Count > 0 ? hits : Matchers.Keys.Except(first).SelectMany(language => Matchers[language].FindIntentsAsWritten(line)).ToList();
    }

    // Addresses and numbers are the same in every language: "somebody@example.com" is no English.
    private static string Spoken(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => !word.Contains('@') && !word.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !word.Any(char.IsDigit)));
}
