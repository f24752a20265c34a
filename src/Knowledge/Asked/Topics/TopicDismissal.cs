namespace Warmline.Knowledge.Asked.Topics;

/// <summary>
/// An editor found that a topic is no question for the articles. Topics are worked out anew each time, so what is kept is the ways it had
/// been asked: whatever topic they are found in later is the dismissed one. Times are UTC.
/// </summary>
internal sealed class TopicDismissal(string id, string language, DateTime at)
{
    public const int MaxId = 32;

    /// <summary>So many wordings of a topic are kept, those asked most.</summary>
    public const int MostWordings = 1000;

    // Two who ask may be chance.
    private const int FewestToComeBack = 3;

    public string Id { get; private set; } = id;

    public string Language { get; private set; } = language;

    public DateTime At { get; private set; } = at;

    public required string ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>How many conversations had asked it by then.</summary>
    public required int Conversations { get; init; }

    public List<DismissedWording> Wordings { get; } = [];

    /// <summary>It comes back when so many conversations more have asked it: half as many again.</summary>
    public int ComesBackAfter => Math.Max(FewestToComeBack, (Conversations + 1) / 2);

    /// <summary>The editor knew of this question.</summary>
    public bool Covers(CustomerQuestion question) => question.At <= At && Wordings.Exists(wording => wording.NormalForm == question.NormalForm);
}

/// <summary>One way a dismissed topic had been asked, as <see cref="CustomerQuestion.NormalForm"/>.</summary>
internal sealed class DismissedWording(string dismissalId, string normalForm)
{
    public string DismissalId { get; private set; } = dismissalId;

    public string NormalForm { get; private set; } = normalForm;
}
