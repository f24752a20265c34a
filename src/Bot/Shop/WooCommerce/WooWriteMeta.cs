using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Warmline.Bot.Shop.Remote;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>What was done is kept in the order's own meta data, under a key made from the write's: in the same change, so that it says the truth.</summary>
internal static class WooWriteMeta
{
    private const string Prefix = "_warmline_write_";

    public static string KeyOf(OrderWrite write) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(write.Key)))[..32];

    /// <summary>Text, not an object: what WordPress keeps of a nested object depends on the plugins around it.</summary>
    public static object Entry(OrderWrite write, DateTime now) => new { key = KeyOf(write), value = JsonSerializer.Serialize(RecordOf(write, now), ShopJson.Camel) };

    public static WooWriteRecord? Find(WooOrder order, OrderWrite write) => Read(order.Meta(KeyOf(write)));

    /// <summary>Returns and exchanges that were asked for through us.</summary>
    public static IReadOnlyList<OrderRequest> Requests(WooOrder order) =>
    [
        .. (order.MetaData ?? []).Where(meta => meta.Key?.StartsWith(Prefix, StringComparison.Ordinal) == true)
            .Select(Read).OfType<WooWriteRecord>()
            .Where(done => done.Kind is nameof(StartReturn) or nameof(StartExchange))
            .OrderBy(done => done.At)
            .Select(done => new OrderRequest(
                done.Kind == nameof(StartReturn) ? OrderRequestKind.Return : OrderRequestKind.Exchange, done.Reference, done.Items, done.At)),
    ];

    private static WooWriteRecord RecordOf(OrderWrite write, DateTime now) => new(
        write.GetType().Name,
        WriteReference.Of(write),
        now,
        write is TakeBack back ? [.. back.Back.Select(item => new RequestedItem(item.ItemId, item.Quantity))] : []);

    private static WooWriteRecord? Read(WooMeta? meta)
    {
        try
        {
            return meta?.Text is { } text ? JsonSerializer.Deserialize<WooWriteRecord>(text, ShopJson.Camel) : null;
        }
        catch (JsonException)
        {
            // Somebody edited it by hand.
            return null;
        }
    }
}

internal sealed record WooWriteRecord(string Kind, string Reference, DateTime At, IReadOnlyList<RequestedItem> Items);
