using BotFramework.Schema;
using Warmline.Bot.Channels.DirectLine;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>An order at a glance, where the channel shows cards: the shop's own pages. Everywhere else the sentences say it all.</summary>
internal static class OrderCard
{
    private static readonly string[] Facts =
        ["state", "placed", "promised", "expected", "carrier", "tracking", "point", "pickupUntil", "delivered", "to", "refund", "refundBy"];

    public static bool IsShown(Talk talk) => talk.Turn.Input.Channel == LineActivities.ChannelId;

    /// <summary>Puts the card under the sentences; who reads the log, or hears of it elsewhere, still gets the whole text.</summary>
    public static Activity Under(Activity message, Talk talk, OrderText text, OrderTold told, IEnumerable<CardAction> links)
    {
        var card = new AdaptiveCard
        {
            Lang = talk.Language,
            Rtl = talk.Language == "fa" ? true : null,
            Body = [Title(talk.Text("Order.Card.Title", ("order", text.Order.Number))), .. text.IsInParts ? Parts(talk, text) : Items(talk, text.Order.Items), .. Known(talk, text.Values())],
            Actions = [.. links.Select(link => new AdaptiveLink(link.Title!, link.Value!.Value.GetString()!))],
        };
        (message.Text, message.Summary, message.Attachments) = (told.AboveCard, told.Whole, [card.ToAttachment()]);
        return message;
    }

    private static IEnumerable<AdaptiveText> Parts(Talk talk, OrderText text)
    {
        foreach (var (parcel, at) in text.Order.Parcels.Select((parcel, at) => (parcel, at + 1)))
        {
            yield return Head(talk.Text("Order.Card.Parcel", ("number", at)));
            foreach (var line in Items(talk, text.Order.Items.Where(item => parcel.ItemIds.Contains(item.Id))).Concat(Known(talk, text.ValuesOf(parcel))))
            {
                yield return line;
            }
        }

        if (text.NotSent().ToList() is { Count: > 0 } rest)
        {
            yield return Head(talk.Label("Order.Card.NotSent"));
            foreach (var line in Items(talk, rest))
            {
                yield return line;
            }
        }

        yield return Head(talk.Label("Order.Card.Whole"));
    }

    private static IEnumerable<AdaptiveText> Items(Talk talk, IEnumerable<OrderItem> items) =>
        items.Select(item => new AdaptiveText([new($"• {OrderText.Items(talk, [item])}")], Spacing: "small"));

    private static IEnumerable<AdaptiveText> Known(Talk talk, IEnumerable<(string Name, object? Value)> values) =>
        from fact in Facts
        from known in values
        where known.Name == fact && known.Value is not null
        select new AdaptiveText(
            [new($"{talk.Label($"Order.Card.{fact}")} ", IsSubtle: true), new(PeopleFormat.Insert(known.Value, talk.Language))], Spacing: "small");

    private static AdaptiveText Title(string text) => new([new(text, Weight: "bolder", Size: "medium")]);

    private static AdaptiveText Head(string text) => new([new(text, Weight: "bolder")], Separator: true);
}
