using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>What a scripted customer came for.</summary>
internal enum Goal
{
    Status,
    Return,
    Exchange,
    Cancel,
    Address,
}

/// <summary>How they go about it.</summary>
internal enum Manner
{
    /// <summary>Answers what is asked.</summary>
    Cooperative,

    /// <summary>Tells things in pieces and out of order, with something else between.</summary>
    Scattered,

    /// <summary>Gives a wrong number or address first, and corrects it.</summary>
    Mistaken,

    /// <summary>Says everything in one line, and is short with the bot.</summary>
    Impatient,
}

/// <summary>One dialogue to be played: who, what for, how, and about which order.</summary>
internal sealed record Script(int Number, string Language, Goal Goal, Manner Manner, Tau2Order Order)
{
    public override string ToString() => $"#{Number} {Language} {Goal} {Manner} {Order.Number} ({Order.Status})";

    /// <summary>Goals, manners and languages by turns over the orders, the same each time.</summary>
    public static IEnumerable<Script> Make(IReadOnlyList<Tau2Order> orders, IReadOnlyList<string> languages, int count)
    {
        var (goals, manners) = (Enum.GetValues<Goal>(), Enum.GetValues<Manner>());
        for (var n = 0; n < count; n++)
        {
            var goal = goals[n % goals.Length];
            var manner = manners[n / goals.Length % manners.Length];
            var language = languages[n / (goals.Length * manners.Length) % languages.Count];
            yield return new Script(n, language, goal, manner, orders[n * 37 % orders.Count]);
        }
    }
}
