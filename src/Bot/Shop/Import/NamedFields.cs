namespace Warmline.Bot.Shop.Import;

/// <summary>Fields whose values are names: of states, of kinds, of countries, yes and no.</summary>
internal static class NamedFields
{
    public static OrderStatus Status(this FieldReader fields, string field) =>
        fields.Required(field, 40) is { Length: > 0 } text ? StatusOf(fields, field, text) : default;

    public static OrderStatus? StatusIfAny(this FieldReader fields, string field) =>
        fields.Text(field, 40) is { } text ? StatusOf(fields, field, text) : null;

    /// <summary>By name, tolerating case, spaces, dashes and underscores; the first of the enumeration when missing.</summary>
    public static T OneOf<T>(this FieldReader fields, string field)
        where T : struct, Enum =>
        fields.Text(field, 40) is not { } text ? default
            : EnumNames<T>.Parse(text) ?? fields.Wrong<T>(field, $"{ImportProblems.Quote(text)} is unknown; known are {EnumNames<T>.Known}");

    /// <summary>Several names with commas or spaces between them.</summary>
    public static ItemTraits Traits(this FieldReader fields, string field)
    {
        var traits = ItemTraits.None;
        foreach (var word in (fields.Text(field, 100) ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            traits |= EnumNames<ItemTraits>.Parse(word)
                ?? fields.Wrong<ItemTraits>(field, $"{ImportProblems.Quote(word)} is unknown; known are {EnumNames<ItemTraits>.Known}");
        }

        return traits;
    }

    public static bool YesNo(this FieldReader fields, string field) => fields.Text(field, 10)?.ToUpperInvariant() switch
    {
        null or "NO" or "FALSE" or "0" => false,
        "YES" or "TRUE" or "1" => true,
        var other => fields.Wrong<bool>(field, $"{ImportProblems.Quote(other)} is neither yes nor no"),
    };

    public static string? Country(this FieldReader fields, string field)
    {
        var text = fields.Text(field, 10)?.ToUpperInvariant();
        return text is null || (text.Length == 2 && text.All(char.IsAsciiLetterUpper))
            ? text
            : fields.Wrong<string>(field, $"{ImportProblems.Quote(text)} is not a country's two letters such as PL");
    }

    private static OrderStatus StatusOf(FieldReader fields, string field, string text) => OrderStatusNames.TryParse(text, out var status)
        ? status
        : fields.Wrong<OrderStatus>(field, $"{ImportProblems.Quote(text)} is unknown; known are {OrderStatusNames.Known}");
}
