using System.Net.Http.Json;
using Warmline.Bot.Shop.Remote;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Http;

/// <summary>A shop that speaks the contract in <c>shop-openapi.yaml</c>.</summary>
internal sealed class HttpShop(ShopWire wire, HttpShopOptions options, ShopRules rules, ILogger<HttpShop> logger) : IShop
{
    private const int MostPages = 5;

    public ShopCapabilities Capabilities => options.Capabilities;

    public ReturnPolicy Policy => rules.Policy;

    public async Task<OrderLookup> FindOrderAsync(string orderNumber, OrderProof proof, CancellationToken cancellationToken)
    {
        var answer = await AskAsync("orders/find", new { number = OrderNumber.Normalise(orderNumber), proof }, cancellationToken);
        if (answer.IsGood)
        {
            var order = ShopLog.Noted(logger, HttpMapping.ToOrder(ShopJson.Read<HttpOrder>(answer, ShopJson.Camel)));

            // A shop that answers with another order is believed as little as a customer.
            return OrderNumber.IsSame(order.Number, orderNumber)
                ? new OrderLookup.Found(order)
                : throw new ShopUnavailableException("The shop's system answered with another order.");
        }

        return CodeOf(answer) switch
        {
            "not_found" => new OrderLookup.NotFound(),
            "not_the_owner" => new OrderLookup.NotTheOwner(),
            _ => throw Strange(answer),
        };
    }

    public async Task<IReadOnlyList<Order>> RecentOrdersAsync(ShopCustomer customer, int most, CancellationToken cancellationToken)
    {
        var orders = new List<Order>();
        int? page = 1;
        for (var read = 0; page is not null && read < MostPages && orders.Count < most; read++)
        {
            var answer = await AskAsync("customers/orders", new { customer, limit = Math.Clamp(most, 1, 50), page }, cancellationToken);
            var found = ShopJson.Read<HttpOrderPage>(answer.IsGood ? answer : throw Strange(answer), ShopJson.Camel);
            orders.AddRange(found.Orders.Select(order => ShopLog.Noted(logger, HttpMapping.ToOrder(order))));
            page = found.NextPage > page ? found.NextPage : null;
        }

        return [.. orders.Take(most)];
    }

    public async Task<CustomerStanding?> StandingAsync(ShopCustomer customer, CancellationToken cancellationToken)
    {
        var answer = await AskAsync("customers/standing", new { customer }, cancellationToken);
        return answer.IsGood ? HttpMapping.ToStanding(ShopJson.Read<HttpStanding>(answer, ShopJson.Camel))
            : CodeOf(answer) == "not_found" ? null : throw Strange(answer);
    }

    public async Task<IReadOnlyList<Product>> FindProductsAsync(string words, int most, CancellationToken cancellationToken)
    {
        var query = $"products?words={Uri.EscapeDataString(words)}&limit={Math.Clamp(most, 1, 50)}";
        var answer = await wire.AskAsync(() => new HttpRequestMessage(HttpMethod.Get, Relative(query)), cancellationToken);
        var found = ShopJson.Read<HttpProducts>(answer.IsGood ? answer : throw Strange(answer), ShopJson.Camel);
        return [.. found.Products.Take(most).Select(HttpMapping.ToProduct)];
    }

    public async Task<WriteOutcome> WriteAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        if (!options.Capabilities.HasFlag(write.Needs))
        {
            return new WriteOutcome.Refused(WriteRefusal.NotOffered);
        }

        try
        {
            // The key is in the address: sent twice it is done once, by the contract.
            var answer = await wire.TellAsync(
                () => new HttpRequestMessage(HttpMethod.Put, PathOf(write)) { Content = JsonContent.Create<OrderWrite>(write, options: ShopJson.Camel) },
                mayRepeat: true,
                cancellationToken);
            return answer.IsGood ? HttpOutcomes.Of(answer) : new WriteOutcome.Refused(CodeOf(answer) switch
            {
                "key_used" => WriteRefusal.KeyUsed,
                "not_found" or "not_the_owner" => WriteRefusal.NotFound,
                _ when answer.Status is 400 or 422 => WriteRefusal.Malformed,
                _ => throw Strange(answer),
            });
        }
        catch (AnswerLostException)
        {
            return new WriteOutcome.Unknown();
        }
    }

    public async Task<WriteOutcome.Done?> FindWriteAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        var answer = await wire.AskAsync(() => new HttpRequestMessage(HttpMethod.Get, PathOf(write)), cancellationToken);
        return answer.IsGood ? HttpOutcomes.Of(answer) as WriteOutcome.Done
            : CodeOf(answer) == "not_found" ? null : throw Strange(answer);
    }

    // Addresses are logged on the way; an e-mail belongs into a body.
    private Task<WireAnswer> AskAsync(string path, object question, CancellationToken cancellationToken) => wire.AskAsync(
        () => new HttpRequestMessage(HttpMethod.Post, Relative(path)) { Content = JsonContent.Create(question, options: ShopJson.Camel) }, cancellationToken);

    private static string? CodeOf(WireAnswer answer) => ShopJson.TryRead<HttpError>(answer, ShopJson.Camel)?.Code;

    private static ShopUnavailableException Strange(WireAnswer answer) => new($"The shop's system answered {answer.Status} without a code of the contract.");

    private static Uri PathOf(OrderWrite write) => Relative($"writes/{Uri.EscapeDataString(write.Key)}");

    private static Uri Relative(string path) => new(path, UriKind.Relative);
}
