namespace Warmline.Knowledge.Search;

/// <summary>Port: the host's bot, which understands a customer's line before it asks the articles. None registered: every line is a question to them.</summary>
public interface ILineReader
{
    /// <summary>What the bot makes of a line at the start of a conversation in that language.</summary>
    LineReading Read(string text, string language);
}

/// <summary>
/// What a line was taken for: <see cref="Wishes"/> by name (<c>payment</c>), likeliest first; whether the articles are asked at all or a
/// task of the bot answers; and what <see cref="KnowledgeQuestion.General"/> they are asked with.
/// </summary>
public sealed record LineReading(IReadOnlyList<string> Wishes, bool AsksArticles, string? General);
