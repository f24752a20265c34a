using Warmline.Handoff.Delivery;
using Warmline.Torture.Judging;

namespace Warmline.Torture.Channels;

/// <summary>
/// Order kept, none lost, doubled only where the answer was lost (cut, too slow, or the process died before it had noted it), never tripled;
/// missing only where the product itself says that it does not know.
/// </summary>
internal sealed class SentOrder(string conversation, Court court)
{
    private const int MostTimes = 2;

    public void Judge(IReadOnlyList<Leaving> lines, IReadOnlyList<SentLine> sent)
    {
        var (at, times) = (-1, 0);
        SentLine? before = null;
        foreach (var call in sent)
        {
            if (at >= 0 && call.Text == lines[at].Text && !(Next(lines, at, call) == at + 1 && !before!.MayBeRepeatedBy(call)))
            {
                Again(lines[at], call, before!, ++times);
            }
            else if (Next(lines, at, call) is { } next)
            {
                (at, times) = (next, 1);
            }
            else
            {
                court.Accuse("a line went out of order", conversation, at + 1 < lines.Count ? $"{lines[at + 1]}" : "nothing more", call.Text);
                return;
            }

            before = call;
        }

        Rest(lines.Skip(at + 1));
        court.Count("lines sent and told unconfirmed", lines.Count(line => line.State == DeliveryState.Unconfirmed));
        court.Count("lines sent outside", lines.Count);
    }

    private static int? Next(IReadOnlyList<Leaving> lines, int at, SentLine call)
    {
        var next = at + 1;
        while (next < lines.Count && lines[next].Text != call.Text && lines[next].State == DeliveryState.Unconfirmed)
        {
            next++;
        }

        return next < lines.Count && lines[next].Text == call.Text ? next : null;
    }

    private void Again(Leaving line, SentLine call, SentLine before, int times)
    {
        court.Count(before.AnswerLost ? "lines doubled: the answer was lost" : "lines doubled: killed before it was noted");
        if (!before.MayBeRepeatedBy(call))
        {
            court.Accuse("a line was doubled without need", conversation, $"{line.Seq} once", $"\"{line.Text}\" {times} times, {line.State}");
        }

        if (times > MostTimes)
        {
            court.Accuse("a line was tripled", conversation, $"{line.Seq} twice at most", $"\"{line.Text}\" {times} times, {line.State}");
        }
    }

    private void Rest(IEnumerable<Leaving> lines)
    {
        foreach (var lost in lines.Where(line => line.State != DeliveryState.Unconfirmed))
        {
            court.Accuse("a line never went out", conversation, $"{lost.Seq} \"{lost.Text}\"", $"{lost.State}");
        }
    }
}
