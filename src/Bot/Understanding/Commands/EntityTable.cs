namespace Warmline.Bot.Understanding.Commands;

/// <summary>What was found, by kind; kinds that were not found are not there.</summary>
internal static class EntityTable
{
    public static Dictionary<string, object> Of(Entities entities)
    {
        var table = new Dictionary<string, object>(StringComparer.Ordinal);
        Add("order_number", entities.OrderNumbers);
        Add("email", entities.Emails);
        Add("phone", [.. entities.Phones.Select(phone => phone.E164)]);
        Add("when", entities.When);
        return table;

        void Add<T>(string name, IReadOnlyList<T> found)
        {
            if (found.Count > 0)
            {
                table[name] = found;
            }
        }
    }
}
