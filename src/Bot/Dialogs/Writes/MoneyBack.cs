using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Dialogs.Writes;

/// <summary>Says how the money of an order comes back, and when: no more than the shop's rules promise.</summary>
internal static class MoneyBack
{
    public static string Text(Talk talk, PaymentKind payment, RefundTime? time) => payment == PaymentKind.CashOnDelivery
        ? talk.Text("Money.NothingPaid")
        : time switch
        {
            null => talk.Text("Money.NoTime"),
            { IsAtOnce: true } => talk.Text("Money.AtOnce"),
            { BusinessDays: true } => talk.Text("Money.BusinessDays", ("days", time.ToDays)),
            _ => talk.Text("Money.Days", ("days", time.ToDays)),
        };
}
