namespace Warmline.Bot.Shop.Import;

/// <summary>Gathers the rows of each order; rows of one order need not stand together.</summary>
internal sealed class CsvOrderRows(ImportProblems problems)
{
    private readonly Dictionary<string, (RawFields First, List<RawFields> Items)> _orders = [];

    public IEnumerable<RawOrder> All => _orders.Values.Select(order => new RawOrder(order.First, order.Items));

    public void Add(string place, Dictionary<string, string> values)
    {
        var row = new RawFields(place, "", values);
        var key = OrderNumber.Normalise(values[FieldNames.OrderNumber]);
        if (key.Length == 0)
        {
            problems.Add(place, FieldNames.OrderNumber, string.IsNullOrWhiteSpace(values[FieldNames.OrderNumber])
                ? "missing"
                : $"{ImportProblems.Quote(values[FieldNames.OrderNumber])} has neither a letter nor a digit");
        }
        else if (_orders.TryGetValue(key, out var order))
        {
            CheckSame(order.First, row);
            order.Items.Add(row);
        }
        else
        {
            _orders.Add(key, (row, [row]));
        }
    }

    private void CheckSame(RawFields first, RawFields row)
    {
        foreach (var field in FieldNames.OfOrder.Where(row.Values.ContainsKey).Where(f => f != FieldNames.OrderNumber))
        {
            var value = row.Values[field].Trim();
            if (value.Length > 0 && !value.Equals(first.Values[field].Trim(), StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(row.Place, field, $"{ImportProblems.Quote(value)} is not what {first.Place} says for the same order");
            }
        }
    }
}
