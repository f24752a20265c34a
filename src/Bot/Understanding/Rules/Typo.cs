namespace Warmline.Bot.Understanding;

/// <summary>
/// One slip of the finger in a longer word: a letter missing, swapped, wrong or extra inside.
/// An extra letter at the end is no slip but another word ("humane" is not "human").
/// </summary>
internal static class Typo
{
    private const int ShortestWord = 5;

    public static bool IsSlipOf(string meant, string typed, bool stem)
    {
        if (meant.Length < ShortestWord || typed.Length < ShortestWord - 1 || meant[0] != typed[0])
        {
            return false;
        }
        // A stem is compared with as much of the word as a slip could cover.
        return stem
            ? Lengths(meant, typed).Any(length => IsOneSlip(meant, typed[..length]))
            : IsOneSlip(meant, typed);
    }

    private static IEnumerable<int> Lengths(string meant, string typed) =>
        Enumerable.Range(meant.Length - 1, 3).Where(length => length <= typed.Length);

    private static bool IsOneSlip(string meant, string typed)
    {
        var same = 0;
        while (same < meant.Length && same < typed.Length && meant[same] == typed[same])
        {
            same++;
        }
        return (typed.Length - meant.Length) switch
        {
            0 => IsWrongOrSwapped(meant, typed, same),
            -1 => string.CompareOrdinal(meant, same + 1, typed, same, meant.Length) == 0,
            1 => same < meant.Length && string.CompareOrdinal(meant, same, typed, same + 1, typed.Length) == 0,
            _ => false,
        };
    }

    private static bool IsWrongOrSwapped(string meant, string typed, int same)
    {
        if (same >= meant.Length - 1)
        {
            return false;
        }
        var wrong = string.CompareOrdinal(meant, same + 1, typed, same + 1, meant.Length) == 0;
        var swapped = meant[same] == typed[same + 1] && meant[same + 1] == typed[same]
            && string.CompareOrdinal(meant, same + 2, typed, same + 2, meant.Length) == 0;
        return wrong || swapped;
    }
}
