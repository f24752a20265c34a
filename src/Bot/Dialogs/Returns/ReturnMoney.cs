using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Says where the money of a return goes and when: no more than the shop's rules promise.</summary>
internal static class ReturnMoney
{
    /// <summary>What is told beside the reference; empty when there is nothing more to say.</summary>
    public static string Text(Talk talk, TakeBack write, WriteOutcome.Done done, Order? order, ReturnPolicy policy)
    {
        var where = done is { Instructions: null, Label: null } ? policy.Instructions.GetValueOrDefault(talk.Language) ?? talk.Text("Return.NoInstructions") : null;
        var money = write is StartReturn back && order is not null ? Text(talk, order.Payment, back.RefundTo, policy) : null;
        return string.Join('\n', new[] { where, money }.OfType<string>());
    }

    public static string Text(Talk talk, PaymentKind payment, RefundTo to, ReturnPolicy policy)
    {
        var time = policy.Refunds.For(payment, to);
        return talk.Text(
            $"Return.Money.{to}", ("days", policy.RefundDays),
            ("way", time is { IsAtOnce: false, BusinessDays: false } ? time.ToDays : null),
            ("working", time is { IsAtOnce: false, BusinessDays: true } ? time.ToDays : null));
    }
}
