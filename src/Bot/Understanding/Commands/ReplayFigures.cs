using System.Globalization;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>How well the replayed decisions meet the judged ones. A delay is counted in customer turns.</summary>
internal sealed class ReplayFigures
{
    private readonly List<int> _delays = [];
    private int _judged;
    private int _predicted;
    private int _right;
    private int _needless;
    private int _missed;

    public void Add(ReplayedConversation conversation, int? predicted)
    {
        var turns = conversation.Turns ?? [];
        var marked = turns.ToList().FindIndex(turn => turn.Handoff == "yes");
        int? right = conversation.Handoff ?? (marked < 0 ? null : marked);
        _judged++;
        _predicted += predicted is null ? 0 : 1;
        _right += right is null ? 0 : 1;
        _needless += predicted is not null && right is null ? 1 : 0;
        _missed += predicted is null && right is not null ? 1 : 0;
        if (predicted is { } at && right is { } due)
        {
            _delays.Add(Customers(turns, at) - Customers(turns, due));
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{_judged} conversations, {_right} for a person: F1 at the very turn {F1(0):F3}, within one customer turn {F1(1):F3}; needless {_needless}, missed {_missed}, mean delay {(_delays.Count == 0 ? 0 : _delays.Average()):F2} turns");

    /// <summary>F1 of the predicted turn, one customer turn early or late forgiven.</summary>
    public double WithinOneTurn => F1(1);

    private double F1(int within) => _predicted + _right == 0 ? 1 : 2.0 * _delays.Count(delay => Math.Abs(delay) <= within) / (_predicted + _right);

    private static int Customers(IReadOnlyList<ReplayedTurn> turns, int upTo) => turns.Take(upTo + 1).Count(turn => turn.Role == "user");
}
