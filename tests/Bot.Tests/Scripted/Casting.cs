using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>Makes the scripts: every goal in every manner and language, over orders of which none is used twice; the same each time.</summary>
internal sealed class Casting(Tau2Shop shop, Hand hand)
{
    // Of each goal, manner and language; the last asks for what may not be.
    private const int Rounds = 5;
    private const int Stride = 37;

    private static readonly Cause[] OfReturns = [Cause.ChangedMind, Cause.DoesNotFit, Cause.Damaged, Cause.NoLongerNeeded];
    private static readonly string[] States = ["pending", "processed", "delivered", "cancelled"];
    private readonly List<Tau2Order> _free = [.. Enumerable.Range(0, shop.Orders.Count).Select(n => shop.Orders[n * Stride % shop.Orders.Count])];
    private readonly HashSet<string> _named = [];

    public List<Script> Scripts()
    {
        var scripts = new List<Script>();
        foreach (var (goal, manner, language, round) in
            from round in Enumerable.Range(0, Rounds)
            from language in Enumerable.Range(0, Languages.All.Count)
            from manner in Enum.GetValues<Manner>()
            from goal in Enum.GetValues<Goal>()
            select (goal, manner, language, round))
        {
            scripts.Add(One(scripts.Count, Languages.All[language], goal, manner, (round, language)));
        }

        return scripts;
    }

    private Script One(int number, string language, Goal goal, Manner manner, (int Round, int Language) at)
    {
        var turn = at.Round + at.Language + (int)goal;
        var isAllowed = goal == Goal.Status || at.Round < Rounds - 1;
        var slip = manner == Manner.Mistaken ? (Slip)(1 + (turn % 4)) : Slip.None;
        var state = StateFor(goal, isAllowed, turn + (int)manner);
        var cause = CauseOf(goal, isAllowed, state, turn + (int)manner);
        var order = Take(order => order.Status == state && (slip != Slip.NoticedLater || HasWhatIsMistaken(goal, order)));
        var items = order.Items.Where(item => order.Items.Count(other => other.Name == item.Name) == 1).ToList();
        var isOfItems = goal is Goal.Return or Goal.Exchange || (goal == Goal.Status && manner == Manner.Scattered);
        return new Script(number, language, goal, manner, order)
        {
            IsAllowed = isAllowed,
            Slip = slip,
            Hand = hand,
            Cause = cause,
            Item = isOfItems ? items[number % items.Count] : null,
            WrongItem = slip == Slip.NoticedLater && isOfItems ? items[(number + 1) % items.Count] : null,
            WrongOrder = slip switch
            {
                Slip.StrangersOrder => Take(other => other.Email != order.Email && other.UserId != order.UserId),
                Slip.NoticedLater when goal is Goal.Status or Goal.Cancel => Take(other => other.UserId == order.UserId),
                _ => null,
            },
        };
    }

    private static string StateFor(Goal goal, bool isAllowed, int turn) => (goal, isAllowed) switch
    {
        (Goal.Status, _) => States[turn % States.Length],
        (Goal.Return or Goal.Exchange, true) => "delivered",
        (Goal.Return or Goal.Exchange, false) => new[] { "pending", "processed", "cancelled" }[turn % 3],
        (Goal.Cancel, false) => States[turn % States.Length],
        (_, true) => "pending",
        _ => new[] { "processed", "delivered", "cancelled" }[turn % 3],
    };

    private static Cause CauseOf(Goal goal, bool isAllowed, string state, int turn) => goal switch
    {
        Goal.Return or Goal.Exchange => OfReturns[turn % OfReturns.Length],
        Goal.Cancel when !isAllowed && state == "pending" => Cause.Cheaper,
        Goal.Cancel => turn % 2 == 0 ? Cause.NoLongerNeeded : Cause.ByMistake,
        _ => Cause.None,
    };

    private bool HasWhatIsMistaken(Goal goal, Tau2Order order) => goal switch
    {
        Goal.Return or Goal.Exchange => order.Items.Count(item => order.Items.Count(other => other.Name == item.Name) == 1) > 1,
        Goal.Address => true,
        _ => _free.Exists(other => other != order && other.UserId == order.UserId),
    };

    private Tau2Order Take(Predicate<Tau2Order> fits)
    {
        var order = _free.Find(order => fits(order) && order.Items.Any(item => order.Items.Count(other => other.Name == item.Name) == 1))!;
        _free.Remove(order);
        return _named.Add(order.Number) ? order : throw new InvalidOperationException($"{order.Number} is used twice.");
    }
}
