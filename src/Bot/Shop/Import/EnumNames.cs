namespace Warmline.Bot.Shop.Import;

/// <summary>Names of an enumeration as files write them.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName =
        Enum.GetValues<T>().ToDictionary(value => value.ToString(), value => value, StringComparer.OrdinalIgnoreCase);

    public static string Known { get; } = string.Join(", ", Enum.GetNames<T>());

    /// <summary>Tolerates case, spaces, dashes and underscores.</summary>
    public static T? Parse(string name) => ByName.TryGetValue(string.Concat(name.Where(char.IsLetter)), out var value) ? value : null;
}
