namespace Warmline.Bot.Understanding;

/// <summary>A rule found in a line: which words, and how strongly it speaks.</summary>
internal readonly record struct Hit(Intent Intent, int First, int Last, double Weight)
{
    public int Length => Last - First + 1;

    /// <summary>A longer phrase explains its words better: "cancel my order" is not about "my order".</summary>
    public bool IsInside(Hit other) => First >= other.First && Last <= other.Last && Length < other.Length;
}

/// <summary>A hit with its rule.</summary>
internal readonly record struct RuleMatch(Hit Hit, Rule Rule);
