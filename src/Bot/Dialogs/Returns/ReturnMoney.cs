using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Says where the money of a return goes and when: no more than the shop's rules promise.</summary>
internal static class ReturnMoney
{
    public static string Text(Talk talk, PaymentKind payment, RefundTo to, ReturnPolicy policy)
    {
        var time = policy.Refunds.For(payment, to);
        return talk.Text(
            $"Return.Money.{to}", ("days", policy.RefundDays),
            ("way", time is { IsAtOnce: false, BusinessDays: false } ? time.ToDays : null),
            ("working", time is { IsAtOnce: false, BusinessDays: true } ? time.ToDays : null));
    }
}
