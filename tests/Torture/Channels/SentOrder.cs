using System.Globalization;
using Warmline.Handoff.Delivery;
using Warmline.Torture.Judging;

namespace Warmline.Torture.Channels;

/// <summary>
/// Order kept, none lost, doubled only where the answer was lost (cut, too slow, or the process died before it had noted it), never tripled;
/// missing only where the product itself says that it does not know. Two lines may have the same words: any reading of the calls that
/// keeps these rules will do.
/// </summary>
internal sealed class SentOrder(string conversation, Court court)
{
    private const int MostTimes = 2;
    private const int Shown = 40;

    public void Judge(IReadOnlyList<Leaving> lines, IReadOnlyList<SentLine> sent)
    {
        court.Count("lines sent outside", lines.Count);
        court.Count("lines sent and told unconfirmed", lines.Count(line => line.State == DeliveryState.Unconfirmed));
        if (new Reading(lines, sent).Read(0, -1, 0) is { } doubled)
        {
            court.Count("lines doubled: the answer was lost", doubled.Count(call => call.AnswerLost));
            court.Count("lines doubled: killed before it was noted", doubled.Count(call => !call.AnswerLost));
        }
        else
        {
            court.Accuse(
                "what went out: lost, out of order, doubled without need, or tripled", conversation,
                string.Join(" | ", lines.Select(line => $"{line.Seq} {Short(line.Text)} {line.State}")),
                string.Join(" | ", sent.Select(call => Short(call.Text) + (call.AnswerLost ? " (answer lost)" : ""))));
        }
    }

    private static string Short(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{(text.Length > Shown ? text[..Shown] : text).ReplaceLineEndings(" ")}\"");

    /// <summary>Looks for a reading that keeps the rules: which call was which line.</summary>
    private sealed class Reading(IReadOnlyList<Leaving> lines, IReadOnlyList<SentLine> sent)
    {
        private readonly HashSet<(int, int, int)> _failed = [];

        /// <summary>The calls that had to be made again, when the rest can be read from here; null when it can't.</summary>
        public IReadOnlyList<SentLine>? Read(int call, int line, int times)
        {
            if (call == sent.Count)
            {
                return lines.Skip(line + 1).All(IsUnknown) ? [] : null;
            }

            if (_failed.Contains((call, line, times)))
            {
                return null;
            }

            var read = Again(call, line, times) ?? Next(call, line);
            if (read is null)
            {
                _failed.Add((call, line, times));
            }

            return read;
        }

        private static bool IsUnknown(Leaving line) => line.State == DeliveryState.Unconfirmed;

        private List<SentLine>? Again(int call, int line, int times) =>
            line >= 0 && times < MostTimes && sent[call].Text == lines[line].Text && sent[call - 1].MayBeRepeatedBy(sent[call])
            && Read(call + 1, line, times + 1) is { } rest
                ? [sent[call - 1], .. rest]
                : null;

        private IReadOnlyList<SentLine>? Next(int call, int line)
        {
            for (var next = line + 1; next < lines.Count; next++)
            {
                if (lines[next].Text == sent[call].Text && Read(call + 1, next, 1) is { } rest)
                {
                    return rest;
                }

                if (!IsUnknown(lines[next]))
                {
                    return null;
                }
            }

            return null;
        }
    }
}
