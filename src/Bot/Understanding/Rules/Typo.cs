namespace Warmline.Bot.Understanding;

/// <summary>
/// One slip of the finger in a longer word: a letter missing, swapped, wrong or extra inside.
/// An extra letter at the end is no slip but another word ("humane" is not "human").
/// </summary>
internal static class Typo
{
    /// <summary>Shorter words are other words when a letter changes.</summary>
    public const int ShortestWord = 5;

    public static bool IsSlipOf(string meant, string typed, bool stem)
    {
        if (meant.Length < ShortestWord || typed.Length < ShortestWord - 1 || meant[0] != typed[0])
        {
            return false;
        }

        if (!stem)
        {
            return IsOneSlip(meant, typed);
        }

        // A stem is compared with as much of the word as a slip could cover.
        for (var length = meant.Length - 1; length <= meant.Length + 1 && length <= typed.Length; length++)
        {
            if (IsOneSlip(meant, typed.AsSpan(0, length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneSlip(ReadOnlySpan<char> meant, ReadOnlySpan<char> typed)
    {
        if (Math.Abs(typed.Length - meant.Length) > 1)
        {
            return false;
        }

        var same = meant.CommonPrefixLength(typed);
        return (typed.Length - meant.Length) switch
        {
            0 => IsWrongOrSwapped(meant, typed, same),
            -1 => meant[(same + 1)..].SequenceEqual(typed[same..]),
            _ => same < meant.Length && meant[same..].SequenceEqual(typed[(same + 1)..]),
        };
    }

    private static bool IsWrongOrSwapped(ReadOnlySpan<char> meant, ReadOnlySpan<char> typed, int same)
    {
        if (same >= meant.Length - 1)
        {
            return false;
        }
        var wrong = meant[(same + 1)..].SequenceEqual(typed[(same + 1)..]);
        var swapped = meant[same] == typed[same + 1] && meant[same + 1] == typed[same]
            && meant[(same + 2)..].SequenceEqual(typed[(same + 2)..]);
        return wrong || swapped;
    }
}
