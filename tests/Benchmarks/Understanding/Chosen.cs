namespace Warmline.Benchmarks.Understanding;

/// <summary>The sets that were asked for; all when none was named.</summary>
internal sealed class Chosen(Options options)
{
    public bool IsAll => options.Sets.Count == 0;

    /// <summary>Those of a part, as they were asked for: <c>SET</c> or <c>SET:LANGUAGE</c>.</summary>
    public IReadOnlyList<string> Among(params string[] sets) =>
        IsAll ? sets : [.. options.Sets.Where(asked => sets.Contains(asked.Split(':')[0]))];
}
