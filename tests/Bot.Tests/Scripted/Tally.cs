using System.Collections.Concurrent;
using System.Globalization;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>What became of one dialogue.</summary>
internal sealed record Played(Script Script, bool Solved, bool Person, int BotTurns, IReadOnlyList<string> Faults, string Written);

/// <summary>All dialogues together.</summary>
internal sealed class Tally
{
    private readonly ConcurrentQueue<Played> _played = [];

    public void Add(Played played) => _played.Enqueue(played);

    public IReadOnlyList<string> Faults(string kind) =>
        [.. _played.SelectMany(played => played.Faults.Where(fault => fault.StartsWith(kind, StringComparison.Ordinal)).Select(fault => $"{played.Script}: {fault}\n{played.Written}"))];

    public IReadOnlyList<Played> Unsolved => [.. _played.Where(played => !played.Solved)];

    public double SolvedAlone => (double)_played.Count(played => played is { Solved: true, Person: false }) / _played.Count;

    public IEnumerable<string> Lines() => _played.GroupBy(played => played.Script.Goal).OrderBy(goal => goal.Key).Select(goal => string.Create(CultureInfo.InvariantCulture,
        $"{goal.Key,-9} {goal.Count(),4} dialogues, solved without a person {(double)goal.Count(p => p is { Solved: true, Person: false }) / goal.Count():P0}, bot turns {goal.Average(p => p.BotTurns):F1}"))
        .Append(string.Create(CultureInfo.InvariantCulture, $"all       {_played.Count,4} dialogues, solved without a person {SolvedAlone:P0}, bot turns {_played.Average(p => p.BotTurns):F1}, faults {_played.Sum(p => p.Faults.Count)}"));
}
