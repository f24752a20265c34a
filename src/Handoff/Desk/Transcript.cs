using Warmline.Handoff.Conversations;
using Warmline.Handoff.Policy;

namespace Warmline.Handoff.Desk;

/// <summary>One line as the desk shows it: the newest content, at its place.</summary>
internal sealed record TranscriptEntry(long Number, Line Line, string Text, bool Edited, bool Deleted);

/// <summary>Folds a log into what is read: edits and deletes act on their targets, only what was said is counted.</summary>
internal static class Transcript
{
    public static IReadOnlyList<TranscriptEntry> Fold(IEnumerable<Line> lines)
    {
        var entries = new List<TranscriptEntry>();
        var places = new Dictionary<long, int>();
        foreach (var line in lines)
        {
            switch (line.Kind)
            {
                case LineKind.Said:
                    places[line.Seq] = entries.Count;
                    entries.Add(new TranscriptEntry(entries.Count + 1, line, line.Text, Edited: false, Deleted: false));
                    break;
                case LineKind.Edit when Find(line, places) is { } place:
                    entries[place] = entries[place] with { Text = line.Text, Edited = true };
                    break;
                case LineKind.Delete when Find(line, places) is { } place:
                    entries[place] = entries[place] with { Text = "", Deleted = true };
                    break;
                default:
                    break;
            }
        }

        return entries;
    }

    /// <summary>Each insight at the customer's line it belongs to: the turn's last that can be seen.</summary>
    public static ILookup<long, TurnInsight> Place(IEnumerable<Decision> decisions, IReadOnlyList<TranscriptEntry> entries)
    {
        var spoken = entries.Where(e => e.Line.Role == AuthorRole.Customer).Select(e => e.Line.Seq).ToList();
        return decisions.ToLookup(d => spoken.FindLast(seq => seq <= d.Seq), d => d.Insight);
    }

    private static int? Find(Line line, Dictionary<long, int> places) =>
        line.Target is { } target && places.TryGetValue(target, out var place) ? place : null;
}
