using System.Security.Cryptography;
using System.Text;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Asked.Topics;
using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Asked;

/// <summary>Draft articles from what customers asked.</summary>
internal sealed class QuestionDrafts(ArticleEditing editing)
{
    /// <summary>The keys of all of them begin with it.</summary>
    public const string Prefix = "asked.";

    private const int WordsInKey = 5;
    private const int LongestWords = 50;
    private const int MarkLength = 6;

    /// <summary>A draft whose title is the topic's name and whose variants are its examples. The same topic again gives the same draft's key, untouched.</summary>
    public async Task<(EditResult Result, string Key)> FromTopicAsync(Editor editor, AskedTopic topic, CancellationToken cancellationToken)
    {
        var key = KeyOf(topic);
        var content = Content(topic.Name, topic.Examples.Select(example => example.Words), "");
        return (await MakeAsync(editor, key, topic.Language, content, cancellationToken), key);
    }

    /// <summary>The key the topic's draft has, or would have.</summary>
    public static string KeyOf(AskedTopic topic) => KeyOf(topic.Name, topic.Id);

    /// <summary>That key, and those a draft was given when another of the topic's questions was its name.</summary>
    public static IEnumerable<string> KeysOf(AskedTopic topic) => topic.Examples.Select(example => KeyOf(example.Words, example.TopicId)).Prepend(KeyOf(topic));

    public async Task<string?> FromChatAsync(
        Editor editor, (string Conversation, string Language) chat, IReadOnlyList<string> questions, IReadOnlyList<string> answers, CancellationToken cancellationToken)
    {
        var asked = questions.Select(CustomerQuestion.Masked).Where(words => words.Length > 0).ToList();
        var said = string.Join("\n\n", answers.Select(answer => PersonalData.Mask(answer).Trim()).Where(answer => answer.Length > 0));
        if (asked.Count == 0 || said.Length == 0)
        {
            return null;
        }

        var key = KeyOf(asked[0], chat.Conversation);
        var result = await MakeAsync(editor, key, chat.Language, Content(asked[0], asked, said), cancellationToken);
        return result.IsDone || result.Refusal == EditRefusal.AlreadyThere ? key : null;
    }

    private async Task<EditResult> MakeAsync(Editor editor, string key, string language, ArticleContent content, CancellationToken cancellationToken)
    {
        var created = await editing.CreateAsync(editor, key, new ArticleProperties { SourceLanguage = language }, cancellationToken);
        if (!created.IsDone && created.Refusal != EditRefusal.AlreadyThere)
        {
            return created;
        }

        // Somebody may have been stopped between the two: a draft that is there already conflicts, and stays.
        return await editing.SaveDraftAsync(editor, key, language, 0, content, cancellationToken) switch
        {
            SaveResult.Saved => created,
            SaveResult.Conflict => EditResult.Refused(EditRefusal.AlreadyThere),
            SaveResult.Refused refused => EditResult.Refused(refused.Reason) with { Problems = refused.Problems },
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    private static ArticleContent Content(string title, IEnumerable<string> variants, string answer)
    {
        var name = Line(title, ContentRules.MaxTitle);
        return new ArticleContent
        {
            Title = name,
            Variants = [.. variants.Select(words => Line(words, ContentRules.MaxVariant)).Where(words => words.Length > 0)
                .DistinctBy(TextNormalizer.Normalize).Where(words => words != name).Take(ContentRules.MostVariants)],
            Answer = answer.Length > ContentRules.MaxAnswer ? answer[..ContentRules.MaxAnswer] : answer,
        };
    }

    // One line of text: no line ends, no control characters.
    private static string Line(string words, int longest)
    {
        var line = string.Join(' ', new string([.. words.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length > longest ? line[..longest] : line;
    }

    // The words where they are Latin letters; a mark keeps two of the same name apart.
    private static string KeyOf(string title, string from)
    {
        var words = string.Join('-', TextNormalizer.Words(title).Where(word => word.All(char.IsAsciiLetterOrDigit)).Take(WordsInKey));
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(from)))[..MarkLength];
        return words.Length == 0 ? $"{Prefix}{mark}" : $"{Prefix}{words[..Math.Min(words.Length, LongestWords)].TrimEnd('-')}-{mark}";
    }
}
