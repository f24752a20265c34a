using Warmline.Bot.Shop.Remote;

namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>Accounts of the shop.</summary>
internal sealed class WooCustomers(ShopWire wire, WooCommerceOptions options)
{
    /// <summary>Null for guests and for ids that are not WooCommerce's.</summary>
    public async Task<WooCustomer?> FindAsync(ShopCustomer customer, CancellationToken cancellationToken)
    {
        if (WooOrders.IsAccount(customer, out var id))
        {
            var answer = await AskAsync($"customers/{id}", cancellationToken);
            return answer.IsMissing ? null : ShopJson.Read<WooCustomer>(Good(answer), ShopJson.Snake);
        }

        if (customer.Email is not { } email)
        {
            return null;
        }

        var found = ShopJson.Read<List<WooCustomer>>(Good(await AskAsync($"customers?role=all&email={Uri.EscapeDataString(email)}", cancellationToken)), ShopJson.Snake);
        return found.Find(account => string.Equals(account.Email, email, StringComparison.OrdinalIgnoreCase));
    }

    public bool IsVip(WooCustomer? account) =>
        options.VipRole.Length > 0 && string.Equals(account?.Role, options.VipRole, StringComparison.OrdinalIgnoreCase);

    private Task<WireAnswer> AskAsync(string path, CancellationToken cancellationToken) =>
        wire.AskAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)), cancellationToken);

    private static WireAnswer Good(WireAnswer answer) =>
        answer.IsGood ? answer : throw new ShopUnavailableException($"The shop's system answered {answer.Status} for a customer.");
}
