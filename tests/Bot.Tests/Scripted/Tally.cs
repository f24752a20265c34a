using System.Collections.Concurrent;
using System.Globalization;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>What became of one dialogue.</summary>
internal sealed record Played(Script Script, bool Solved, bool Person, int BotTurns, IReadOnlyList<string> Faults, string Written)
{
    public bool Alone => Solved && !Person;
}

/// <summary>All dialogues together.</summary>
internal sealed class Tally
{
    private readonly ConcurrentQueue<Played> _played = [];

    public int Count => _played.Count;

    public double SolvedAlone => Share([.. _played]);

    public IReadOnlyList<Played> All => [.. _played.OrderBy(played => played.Script.Number)];

    public IReadOnlyList<Played> Unsolved => [.. _played.Where(played => !played.Alone).OrderBy(played => played.Script.Number)];

    public void Add(Played played) => _played.Enqueue(played);

    public IReadOnlyList<string> Faults(string kind) =>
        [.. _played.OrderBy(played => played.Script.Number).SelectMany(played => played.Faults.Where(fault => fault.StartsWith(kind, StringComparison.Ordinal)).Select(fault => $"{played.Script}: {fault}\n{played.Written}\n"))];

    public IEnumerable<string> Lines() =>
    [
        .. By(played => played.Script.Goal.ToString()), .. By(played => played.Script.Manner.ToString()), .. By(played => played.Script.Language),
        .. By(played => played.Script.IsAllowed ? "allowed" : "not allowed"), .. By(_ => "all"),
    ];

    private IEnumerable<string> By(Func<Played, string> kind) => _played.GroupBy(kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => string.Create(
        CultureInfo.InvariantCulture,
        $"{group.Key,-12} {group.Count(),4} dialogues, solved without a person {Share([.. group]):P1}, bot turns {group.Average(played => played.BotTurns):F1}, faults {group.Sum(played => played.Faults.Count)}"));

    private static double Share(List<Played> played) => (double)played.Count(one => one.Alone) / Math.Max(1, played.Count);
}
