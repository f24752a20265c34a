using System.Text.Json;

namespace Warmline.Bot.Shop.Import;

/// <summary>Takes one JSON order apart into fields of text.</summary>
internal static class JsonOrderFields
{
    public static RawOrder? Order(JsonElement element, string place, string path, ImportProblems problems)
    {
        try
        {
            return Take(element, place, path, problems);
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON but no text.
            problems.Add(place, path, "holds an escape that is no character");
            return null;
        }
    }

    private static RawOrder? Take(JsonElement element, string place, string path, ImportProblems problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(place, path, "expected an order: { … }");
            return null;
        }

        var fields = Fields(element, place, path, FieldNames.OfOrder, problems);
        var items = element.TryGetProperty(FieldNames.Items, out var list) ? Items(list, place, $"{path}.{FieldNames.Items}", problems) : [];
        return new RawOrder(fields, items);
    }

    private static List<RawFields> Items(JsonElement list, string place, string path, ImportProblems problems)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            problems.Add(place, path, "expected a list of items: [ {…} ]");
            return [];
        }

        var items = new List<RawFields>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                items.Add(Fields(item, place, $"{path}[{index}]", FieldNames.OfItem, problems));
            }
            else
            {
                problems.Add(place, $"{path}[{index}]", "expected an item: { … }");
            }
        }

        return items;
    }

    private static RawFields Fields(JsonElement element, string place, string path, IReadOnlyList<string> known, ImportProblems problems)
    {
        var values = new Dictionary<string, string>();
        var items = 0;
        foreach (var property in element.EnumerateObject())
        {
            var name = $"{path}.{property.Name}";
            if (known == FieldNames.OfOrder && property.NameEquals(FieldNames.Items))
            {
                items++;
            }
            else if (!known.Contains(property.Name))
            {
                problems.Add(place, name, "unknown field");
            }
            else if (!values.TryAdd(property.Name, Text(property.Value, place, name, problems)))
            {
                problems.Add(place, name, "given twice");
            }
        }

        if (items > 1)
        {
            problems.Add(place, $"{path}.{FieldNames.Items}", "given twice");
        }

        return new RawFields(place, path + ".", values);
    }

    private static string Text(JsonElement value, string place, string name, ImportProblems problems)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return "";
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetRawText();
            case JsonValueKind.String:
                return value.GetString()!;
            default:
                problems.Add(place, name, "expected text or a number, true or false");
                return "";
        }
    }
}
