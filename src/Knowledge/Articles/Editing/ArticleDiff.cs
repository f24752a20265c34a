using DiffPlex;
using DiffPlex.Chunkers;

namespace Warmline.Knowledge.Articles.Editing;

internal enum DiffKind
{
    Same = 0,
    Added = 1,
    Removed = 2,
}

/// <summary>A run of words with the blanks and line ends between them: the parts of a field, those that are not Added, make its old text.</summary>
internal readonly record struct DiffPart(DiffKind Kind, string Text);

/// <summary>A field that differs. <see cref="Field"/> names a property of <see cref="ArticleContent"/>.</summary>
internal sealed record FieldDiff(string Field, IReadOnlyList<DiffPart> Parts);

/// <summary>What leads from one content to another, field by field, word by word; long texts line by line.</summary>
internal static class ArticleDiff
{
    private const int MostCharactersByWord = 8000;
    private static readonly IChunker Words = new DelimiterChunker([' ', '\n', '\t', ',', '.', ';', ':', '!', '?', '(', ')', '،', '؛', '؟']);
    private static readonly IChunker Lines = new LineEndingsPreservingChunker();

    /// <summary>Only fields that differ, in the order an editor sees them.</summary>
    public static IReadOnlyList<FieldDiff> Between(ArticleContent old, ArticleContent current) =>
        [.. Fields(old).Zip(Fields(current)).Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => new FieldDiff(pair.First.Name, Parts(pair.First.Text, pair.Second.Text)))];

    public static IReadOnlyList<DiffPart> Parts(string old, string current)
    {
        var byWord = old.Length + current.Length <= MostCharactersByWord;
        var diff = new Differ().CreateDiffs(old, current, ignoreWhiteSpace: false, ignoreCase: false, byWord ? Words : Lines);
        var parts = new List<DiffPart>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(parts, DiffKind.Same, diff.PiecesOld, at, block.DeleteStartA - at);
            Add(parts, DiffKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(parts, DiffKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(parts, DiffKind.Same, diff.PiecesOld, at, diff.PiecesOld.Count - at);
        return parts;
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, IReadOnlyList<string> pieces, int from, int count)
    {
        if (count > 0)
        {
            parts.Add(new DiffPart(kind, string.Concat(pieces.Skip(from).Take(count))));
        }
    }

    private static (string Name, string Text)[] Fields(ArticleContent content) =>
    [
        (nameof(content.Title), content.Title),
        (nameof(content.Variants), string.Join('\n', content.Variants)),
        (nameof(content.Answer), content.Answer),
        (nameof(content.ShortForm), content.ShortForm ?? ""),
        (nameof(content.Buttons), string.Join('\n', content.Buttons.Select(button => $"{button.Label} → {button.Task ?? button.Link?.OriginalString}"))),
        (nameof(content.AskBack), content.AskBack ?? ""),
        (nameof(content.Cases), string.Join("\n\n", content.Cases.Select(one => $"{one.Label} ({string.Join(", ", one.Words)})\n{one.Answer}"))),
    ];
}
