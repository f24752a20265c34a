using Warmline.Bot.Understanding.Model;

namespace Warmline.Bot.Understanding;

/// <summary>The one door to understanding: customer lines in, meaning out. What it knows was learned from phrases (<c>Training/</c>) and is written in rules (<c>Rules/</c>).</summary>
internal sealed class Understander(EntityReader entities, UnderstandingModel model, RuleShelf rules, TimeProvider time)
{
    // Enough for any request; the agent sees all of it.
    private const int LongestRead = 4000;

    private readonly LanguageReader _language = new(model.Language);
    private readonly IntentReader _intents = new(model.Intents);
    private readonly SignalReader _signals = new(model.Mood, new Repeating(model.Intents.Vocabulary));

    /// <summary>Understands all unread lines of one turn together; never throws on what a customer types.</summary>
    /// <param name="lines">The customer's unread lines, oldest first.</param>
    /// <param name="conversationLanguage">The language spoken so far; wins when the lines do not say.</param>
    /// <param name="before">Earlier customer lines, for the signals.</param>
    public Understood Understand(IReadOnlyList<string> lines, string conversationLanguage, SoFar? before = null)
    {
        var read = lines.Select(line => WordReader.Read(line.Length > LongestRead ? line[..LongestRead] : line)).ToList();
        var languages = read.ConvertAll(line => _language.Read(line) ?? conversationLanguage);
        var found = read.Zip(languages, (line, own) => rules.Match(line, own, conversationLanguage)).ToList();
        var language = languages.Count > 0 ? languages[^1] : conversationLanguage;
        var intents = Together([.. read.Select((line, at) => _intents.Read(line, languages[at], found[at]))]);
        var named = entities.Read(read, language, time.GetUtcNow());
        return new Understood(language, intents, named, _signals.Read(read, languages, found, intents, named, before ?? SoFar.Nothing)) { Topics = TopicReader.Read(found) };
    }

    // Several lines are several chances to say a wish; only what says nothing everywhere says nothing.
    private static IReadOnlyList<IntentScore> Together(IReadOnlyList<IReadOnlyList<IntentScore>> lines) => lines switch
    {
        [] => [new IntentScore(Intent.Other, 1, [])],
        [var only] => only,
        _ => [.. lines.SelectMany(scores => scores).GroupBy(score => score.Intent)
            .Select(same => same.Key == Intent.Other ? same.MinBy(score => score.Confidence)! : same.MaxBy(score => score.Confidence)!)
            .OrderByDescending(score => score.Confidence)],
    };
}
