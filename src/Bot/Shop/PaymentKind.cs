namespace Warmline.Bot.Shop;

/// <summary>How an order was paid: what a refund's way and time depend on.</summary>
internal enum PaymentKind
{
    Unknown,
    Card,
    Transfer,
    Wallet,
    GiftCard,
    CashOnDelivery,
    Instalments,
}
