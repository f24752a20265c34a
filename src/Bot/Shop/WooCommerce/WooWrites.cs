using System.Net.Http.Json;
using Warmline.Bot.Shop.Remote;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>
/// Changes orders. WooCommerce knows no returns: one is a note to the team and an entry in the order's meta data. Nor does it know
/// conditions: between our look at the order and the change a person in the shop may do another.
/// </summary>
internal sealed class WooWrites(ShopWire wire, TimeProvider time, ILogger logger)
{
    private const int LongestWords = 2000;

    /// <summary>State and record in one request: either both are there or none.</summary>
    /// <exception cref="AnswerLostException">It may be done.</exception>
    public async Task<WriteOutcome> DoAsync(WooOrder order, OrderWrite write, CancellationToken cancellationToken)
    {
        var meta = new[] { WooWriteMeta.Entry(write, time.GetUtcNow().UtcDateTime) };
        object body = write switch
        {
            CancelOrder => new { status = "cancelled", meta_data = meta },
            ChangeAddress change => new { shipping = Shipping(change.Address, order), meta_data = meta },
            _ => new { meta_data = meta },
        };

        // Never sent twice by itself: meanwhile a person may have changed the order again.
        var answer = await wire.TellAsync(
            () => new HttpRequestMessage(HttpMethod.Put, new Uri($"orders/{order.Id}", UriKind.Relative)) { Content = JsonContent.Create(body) },
            mayRepeat: false,
            cancellationToken);
        if (!answer.IsGood)
        {
            return new WriteOutcome.Refused(answer.IsMissing ? WriteRefusal.NotFound : WriteRefusal.Malformed);
        }

        await NoteAsync(order, write, cancellationToken);
        return new WriteOutcome.Done(WriteReference.Of(write));
    }

    /// <summary>The team's note, once. The record is the truth, the note its announcement: without it the write is done all the same.</summary>
    public async Task NoteAsync(WooOrder order, OrderWrite write, CancellationToken cancellationToken)
    {
        if (write is not TakeBack back)
        {
            return;
        }

        try
        {
            var notes = new Uri($"orders/{order.Id}/notes", UriKind.Relative);
            var there = ShopJson.Read<List<WooNote>>(await wire.AskAsync(() => new HttpRequestMessage(HttpMethod.Get, notes), cancellationToken), ShopJson.Snake);
            if (!there.Exists(note => note.Note?.Contains(WriteReference.Of(write), StringComparison.Ordinal) == true))
            {
                var content = new { note = Words(order, back), customer_note = false };
                await wire.TellAsync(() => new HttpRequestMessage(HttpMethod.Post, notes) { Content = JsonContent.Create(content) }, mayRepeat: false, cancellationToken);
            }
        }
        catch (Exception e) when (e is ShopUnavailableException or AnswerLostException)
        {
            ShopLog.NoteMissing(logger, WriteReference.Of(write), e.GetType().Name);
        }
    }

    private static object Shipping(PostalAddress address, WooOrder order) => new
    {
        first_name = address.Recipient is null ? order.Shipping?.FirstName ?? order.Billing?.FirstName ?? "" : "",
        last_name = address.Recipient ?? order.Shipping?.LastName ?? order.Billing?.LastName ?? "",
        company = "",
        address_1 = address.Street,
        address_2 = address.More ?? "",
        city = address.City,
        state = address.Region ?? "",
        postcode = address.PostCode ?? "",
        country = address.Country ?? order.Shipping?.Country ?? "",
    };

    // For the shop's team, in the words of their own system; customers don't see it.
    private static string Words(WooOrder order, TakeBack back)
    {
        var items = back.Back.Select(item =>
            $"{item.Quantity} × {order.LineItems.FirstOrDefault(line => line.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == item.ItemId)?.Name} ({item.Condition})");
        var wishes = back is StartExchange exchange ? exchange.Items.Select(item => item.Wanted ?? item.VariantId).OfType<string>() : [];
        string[] lines =
        [
            $"Warmline {WriteReference.Of(back)}: {(back is StartReturn ? "return" : "exchange")} requested, reason {back.Cause}",
            .. items,
            .. wishes.Select(wish => $"Wanted: {wish}"),
            .. back is StartReturn { RefundTo: var to } ? [$"Refund to: {to}"] : Array.Empty<string>(),
            .. back.Words is { Length: > 0 } words ? [$"Customer: {words[..Math.Min(words.Length, LongestWords)]}"] : Array.Empty<string>(),
            .. back.Photos,
        ];

        // Notes are shown as HTML in the shop's administration.
        return System.Net.WebUtility.HtmlEncode(string.Join('\n', lines));
    }
}
