using System.Security.Cryptography;
using System.Text;

namespace Warmline.Knowledge.Asked.Topics;

/// <summary>What customers ask in one language and get no good answer to. Times are UTC.</summary>
/// <param name="Id">Stays the same as long as the topic keeps its name.</param>
/// <param name="Name">Its most central question, in a customer's words.</param>
internal sealed record AskedTopic(string Id, string Language, string Name)
{
    /// <summary>How often it was asked.</summary>
    public required int Questions { get; init; }

    public required int Conversations { get; init; }

    /// <summary>Nothing fitted.</summary>
    public required int Unanswered { get; init; }

    /// <summary>Articles were offered, none was taken.</summary>
    public required int ChoicesLeft { get; init; }

    public required int VotedDown { get; init; }

    public required int Reported { get; init; }

    /// <summary>Handoffs that began with such a question or came right after one: an article could have prevented them.</summary>
    public required int Handoffs { get; init; }

    public required DateTime FirstAt { get; init; }

    public required DateTime LastAt { get; init; }

    /// <summary>Different wordings, the most asked first, then those nearest to the middle.</summary>
    public required IReadOnlyList<TopicExample> Examples { get; init; }

    /// <summary>Its questions one by one, the newest first: some hundreds at most.</summary>
    public required IReadOnlyList<BadQuestion> Newest { get; init; }

    /// <summary>Articles that were shown and did not help, the most shown first.</summary>
    public required IReadOnlyList<string> ShownKeys { get; init; }

    /// <summary>All ways it was asked, for comparing: that of <see cref="Name"/> first, then the most asked.</summary>
    public required IReadOnlyList<string> Wordings { get; init; }

    /// <summary>Ids the topic has had, or may have yet, as one or the other of its questions became the most central.</summary>
    public IEnumerable<string> Ids => Wordings.Select(words => IdOf(Language, words));

    /// <summary>Null: nobody dismissed it.</summary>
    public Dismissal? Dismissal { get; init; }

    /// <summary>Ways it had been asked when it was dismissed, and was not in the time looked at.</summary>
    public IReadOnlyList<string> DismissedWordings { get; init; } = [];

    /// <summary>The article that answers <see cref="Name"/> as things are published now; null: none does.</summary>
    public string? AnsweredNowBy { get; init; }

    /// <summary>Of a topic that is named by a question of this normal form.</summary>
    public static string IdOf(string language, string normalForm) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{language}:{normalForm}")))[..12];
}

/// <summary>One wording, and how often it was asked; one conversation in which it was.</summary>
internal sealed record TopicExample(string Words, int Count, string ConversationId, long Seq)
{
    /// <summary>The topic's, were it named by this one.</summary>
    public required string TopicId { get; init; }
}
