using Warmline.Bot.Shop;

namespace Warmline.Bot.Understanding;

/// <summary>Money the customer named, in minor units of an ISO currency (<c>IRT</c>: toman).</summary>
internal sealed record Amount(string Quote, long Minor, string Currency);

/// <summary>Reads "49,90 zł" and "۲۵۰ هزار تومان" and takes their digits, so that nobody reads them as an order.</summary>
internal static class AmountReader
{
    private const int Thousandths = 1000;

    public static List<Amount> Read(LineTokens line, IReadOnlyList<EntityWords> words)
    {
        var found = new List<Amount>();
        if (line.HasDigits)
        {
            foreach (var language in words)
            {
                Read(line, language.Amount, found);
            }
        }

        return found;
    }

    private static void Read(LineTokens line, Phrases amounts, List<Amount> found)
    {
        for (var at = 0; at < line.All.Count; at++)
        {
            if (Grammar.Longest(amounts, line.All, at) is { } phrase && line.IsFree(phrase.First, phrase.End))
            {
                found.AddRange(ReadOne(line, phrase) is { } amount ? [amount] : []);
                line.Take(phrase.First, phrase.End);
                at = phrase.End - 1;
            }
        }
    }

    private static Amount? ReadOne(LineTokens line, Found phrase)
    {
        var said = phrase.Rule!.Arguments.Select(argument => phrase.Slots[argument.Slot - 1]).ToList();
        var value = (decimal)said[0].Value / Thousandths * (said.Count > 2 ? said[2].Rule!.Arguments[0].Value : 1);
        var currency = Code(said[1]);
        return Currencies.ToMinor(value, currency) is { } minor ? new Amount(line.Quote(phrase.First, phrase.End), minor, currency) : null;
    }

    // The code is the meaning of the word itself, or of the sign it stands for.
    private static string Code(Found currency) => currency.Rule!.Verb.Length > 0 ? currency.Rule.Verb : Code(currency.Slots[0]);
}
