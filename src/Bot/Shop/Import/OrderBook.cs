using System.Text.Unicode;

namespace Warmline.Bot.Shop.Import;

/// <summary>All orders by their normalised number.</summary>
internal sealed class OrderBook(IReadOnlyDictionary<string, Order> orders)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly Lazy<ILookup<string, Order>> _byOwner = new(() => orders.Values.ToLookup(order => Owner(order.CustomerId, order.Email), StringComparer.Ordinal));

    public IReadOnlyDictionary<string, Order> Orders => orders;

    /// <summary>What was ever ordered, each once.</summary>
    public IReadOnlyList<string> ProductNames { get; } = [.. orders.Values.SelectMany(order => order.Items).Select(item => item.Name).Distinct(StringComparer.Ordinal)];

    public OrderLookup Find(string orderNumber, OrderProof proof) =>
        !orders.TryGetValue(OrderNumber.Normalise(orderNumber), out var order) ? new OrderLookup.NotFound()
        : proof.Fits(order) ? new OrderLookup.Found(order)
        : new OrderLookup.NotTheOwner();

    /// <summary>All orders of a customer whom the shop vouches for.</summary>
    public IEnumerable<Order> Of(ShopCustomer customer) => _byOwner.Value[Owner(customer.Id, "")]
        .Concat(customer.Email is { } email ? _byOwner.Value[Owner(null, email)] : [])
        .Where(new OrderProof.Signed(customer).Fits);

    public static OrderBook ReadJson(byte[] bytes, ImportProblems problems, DateTime now) => Read(bytes, JsonOrders.Read, problems, now);

    public static OrderBook ReadCsv(byte[] bytes, ImportProblems problems, DateTime now) => Read(bytes, CsvOrders.Read, problems, now);

    /// <summary>Reads the stored form. Whether dates lie in the future was asked at import; a clock set back must not close the shop.</summary>
    /// <exception cref="InvalidDataException">Names the first place, without quoting it.</exception>
    public static OrderBook ReadStored(byte[] bytes)
    {
        var problems = new ImportProblems();
        var book = ReadJson(bytes, problems, DateTime.MaxValue.AddYears(-1));
        return problems.Count == 0 ? book : throw new InvalidDataException($"{problems.FirstPlace}; {problems.Count} problem(s)");
    }

    // An account's orders under its id, a guest's under the address.
    private static string Owner(string? customerId, string email) => customerId is null ? $"@{email.Trim().ToUpperInvariant()}" : $"#{customerId}";

    private static OrderBook Read(byte[] bytes, Func<byte[], ImportProblems, IEnumerable<RawOrder>> read, ImportProblems problems, DateTime now)
    {
        var utf8 = bytes.AsSpan().StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        var orders = new Dictionary<string, Order>();
        if (FirstNotText(utf8) is { } line)
        {
            problems.Add($"line {line}", "", "not UTF-8 text; save the file as UTF-8");
            return new OrderBook(orders);
        }

        var check = new OrderCheck(problems, now);
        foreach (var raw in read(utf8, problems))
        {
            if (check.Check(raw) is var (key, order))
            {
                orders.Add(key, order);
            }
        }

        return new OrderBook(orders);
    }

    private static int? FirstNotText(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var here = end < 0 ? bytes : bytes[..end];
            if (!Utf8.IsValid(here) || here.Contains((byte)0))
            {
                return line;
            }

            bytes = end < 0 ? [] : bytes[(end + 1)..];
            line++;
        }

        return null;
    }
}
