namespace Warmline.Bot.Understanding;

/// <summary>Where a line speaks of an order, of a number and of a phone: that decides what plain digits are.</summary>
internal sealed class OrderWords(LineTokens line, IReadOnlyList<EntityWords> words)
{
    private const int Far = int.MaxValue;
    private const int PostCodeReach = 4;
    private const int NumberReach = 2;

    // Asked for only when there are digits to be judged.
    private List<int> Orders => field ??= line.Find([.. words.Select(one => one.Order)]);

    private List<int> Deeds => field ??= line.Find([.. words.Select(one => one.Past)]);

    private List<int> Numbers => field ??= line.Find([.. words.Select(one => one.Number)]);

    private List<int> Phones => field ??= line.Find([.. words.Select(one => one.Phone)]);

    private List<int> PostCodes => field ??= line.Find([.. words.Select(one => one.PostCode)]);

    /// <summary>A word for a post code stands right before it.</summary>
    public bool AfterPostCode(int first) => PostCodes.Exists(place => place < first && first - place <= PostCodeReach);

    /// <summary>A digit said as a word of any language.</summary>
    public Found? DigitAt(int at)
    {
        foreach (var language in words)
        {
            if (Grammar.Longest(language.Digit, line.All, at) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A word for an order is near, and no word for a phone is nearer.</summary>
    public bool NearOrder(int first, int end, int reach) =>
        Distance(Orders, first, end) is var near && near <= reach && Distance(Phones, first, end) >= near;

    /// <summary>The same, but "number" alone will do where nobody speaks of phones.</summary>
    public bool NearNumber(int first, int end, int reach) => NearOrder(first, end, reach)
        || (Distance(Numbers, first, end) <= reach && Distance(Phones, first, end) == Far);

    /// <summary>"Order number 1042", or "order 1042"; not "I ordered 1500 screws".</summary>
    public bool NamesOrder(int first) => Numbers.Exists(place => place < first && first - place <= NumberReach)
        ? Orders.Exists(place => place < first && first - place <= NumberReach + 1)
        : Orders.Contains(first - 1) && !Deeds.Contains(first - 1);

    /// <summary>Nothing else is said.</summary>
    public bool Alone(int first, int end)
    {
        for (var at = 0; at < line.All.Count; at++)
        {
            if ((at < first || at >= end) && char.IsLetterOrDigit(line.Digits[line.All[at].Start]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Distance(List<int> places, int first, int end)
    {
        var nearest = Far;
        foreach (var place in places)
        {
            nearest = Math.Min(nearest, place < first ? first - place : Math.Max(place - end + 1, 0));
        }

        return nearest;
    }
}
