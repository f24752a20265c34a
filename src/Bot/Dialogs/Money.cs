namespace Warmline.Bot.Dialogs;

/// <summary>An amount to show. <paramref name="Currency"/> is the ISO code, <c>IRT</c> for the toman; <paramref name="Decimals"/> as the currency has.</summary>
internal readonly record struct Money(decimal Amount, string Currency, int Decimals = 2);
