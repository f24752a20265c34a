namespace Warmline.Torture;

/// <summary>Seeds for those who take part, the same in every process (HashCode differs from run to run).</summary>
internal static class Seeds
{
    public static int Of(params ReadOnlySpan<int> parts)
    {
        var seed = 17;
        foreach (var part in parts)
        {
            seed = unchecked((seed * 486187739) + part + 1);
        }

        return seed;
    }
}
