using System.Globalization;
using Warmline.Bot.Shop.Remote;

namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>Finds orders: by id where number and id are the same, by searching where a plugin numbers them otherwise.</summary>
internal sealed class WooOrders(ShopWire wire)
{
    private const int PerPage = 50;
    private const int MostPages = 4;

    public async Task<WooOrder?> FindAsync(string orderNumber, CancellationToken cancellationToken)
    {
        var wanted = OrderNumber.Normalise(orderNumber);
        if (wanted.Length == 0)
        {
            return null;
        }

        if (long.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await ByIdAsync(id, cancellationToken) is { } order && OrderNumber.Normalise(order.Number) == wanted)
        {
            return IsReal(order) ? order : null;
        }

        // A search knows numbers as the shop writes them: as the customer wrote it, else by the digits, which no hyphen divides.
        return await SearchAsync(orderNumber.Trim(), wanted, cancellationToken)
            ?? (LongestDigits(wanted) is { Length: > 0 } digits && digits != orderNumber.Trim() ? await SearchAsync(digits, wanted, cancellationToken) : null);
    }

    /// <summary>The last orders, newest first; of an account, or of a guest's address.</summary>
    public async Task<(List<WooOrder> Orders, int Total)> OfAsync(ShopCustomer customer, int most, CancellationToken cancellationToken)
    {
        var (orders, total, isAccount) = (new List<WooOrder>(), 0, IsAccount(customer, out var account));
        if (!isAccount && customer.Email is null)
        {
            return (orders, 0);
        }

        var who = isAccount ? $"customer={account}" : $"search={Uri.EscapeDataString(customer.Email!)}";
        for (var (page, pages) = (1, 1); page <= Math.Min(pages, MostPages) && orders.Count < most; page++)
        {
            var answer = await GetAsync($"orders?{who}&orderby=date&order=desc&per_page={PerPage}&page={page}", cancellationToken);
            (pages, total) = (answer.Pages ?? 1, answer.Total ?? 0);
            orders.AddRange(ShopJson.Read<List<WooOrder>>(answer, ShopJson.Snake).Where(IsReal).Where(order => IsOf(order, customer, isAccount ? account : 0)));
        }

        return ([.. orders.Take(most)], isAccount ? Math.Max(total, orders.Count) : orders.Count);
    }

    public static bool IsAccount(ShopCustomer customer, out long id) =>
        long.TryParse(customer.Id, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;

    private static bool IsOf(WooOrder order, ShopCustomer customer, long account) => account > 0
        ? order.CustomerId == account
        : string.Equals(order.Billing?.Email?.Trim(), customer.Email, StringComparison.OrdinalIgnoreCase);

    private Task<WooOrder?> SearchAsync(string words, string wanted, CancellationToken cancellationToken) =>
        FirstAsync($"orders?search={Uri.EscapeDataString(words)}", found => OrderNumber.Normalise(found.Number) == wanted, cancellationToken);

    private static string LongestDigits(string number) =>
        string.Concat(number.Select(c => char.IsAsciiDigit(c) ? c : ' ')).Split(' ').MaxBy(run => run.Length) ?? "";

    // A basket that was never sent, and what was thrown away, is no order.
    private static bool IsReal(WooOrder order) => order.Status is not ("trash" or "checkout-draft" or "auto-draft");

    private async Task<WooOrder?> ByIdAsync(long id, CancellationToken cancellationToken)
    {
        var answer = await wire.AskAsync(() => new HttpRequestMessage(HttpMethod.Get, Relative($"orders/{id}")), cancellationToken);

        // A 404 of something else than an order is a wrong address in the settings: not the customer's typo.
        return answer.IsGood ? ShopJson.Read<WooOrder>(answer, ShopJson.Snake)
            : answer.IsMissing && ShopJson.TryRead<WooError>(answer, ShopJson.Snake)?.Code?.StartsWith("woocommerce_rest", StringComparison.Ordinal) == true ? null
            : throw new ShopUnavailableException($"The shop's system answered {answer.Status} for an order.");
    }

    private async Task<WooOrder?> FirstAsync(string query, Func<WooOrder, bool> fits, CancellationToken cancellationToken)
    {
        for (var (page, pages) = (1, 1); page <= Math.Min(pages, MostPages); page++)
        {
            var answer = await GetAsync($"{query}&per_page={PerPage}&page={page}", cancellationToken);
            pages = answer.Pages ?? 1;
            if (ShopJson.Read<List<WooOrder>>(answer, ShopJson.Snake).Find(order => IsReal(order) && fits(order)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<WireAnswer> GetAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await wire.AskAsync(() => new HttpRequestMessage(HttpMethod.Get, Relative(path)), cancellationToken);
        return answer.IsGood ? answer : throw new ShopUnavailableException($"The shop's system answered {answer.Status} for a list of orders.");
    }

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
