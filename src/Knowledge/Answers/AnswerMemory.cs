using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Answers.Model;
using Warmline.Knowledge.Language;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Answers;

/// <summary>
/// Answers that passed every check, for the same question about the same words of the same articles: an article published anew, or a
/// value that changed in it, is another key.
/// </summary>
internal sealed class AnswerMemory(IOptions<LanguageModelOptions> options) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = options.Value.RememberedAnswers });

    public static string KeyOf(GroundedQuestion question, IReadOnlyList<KnowledgeArticle> sources)
    {
        string[] parts = [question.Language, TextNormalizer.Normalize(question.Text), TextNormalizer.Normalize(question.Before ?? ""), .. sources.SelectMany(Parts)];
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
    }

    public GroundedAnswer? Find(string key) => _answers.Get<GroundedAnswer>(key);

    public void Keep(string key, GroundedAnswer answer) =>
        _answers.Set(key, answer, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });

    public void Dispose() => _answers.Dispose();

    private static string[] Parts(KnowledgeArticle source) => [source.Key, source.Language, source.Title, source.Markdown];
}
