using Warmline.Bot.Shop;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>What a line gives to find an order by. Digits alone may be a number or a phone: what was asked decides.</summary>
internal static class GivenProofs
{
    private const int MostOrdersAtOnce = 3;
    private const int MostProofs = 2;

    public static (List<string> Numbers, List<string> Proofs) Read(Talk talk, string? asked)
    {
        var said = talk.Understood.Entities;
        List<string> phones = [.. said.Phones.Select(phone => phone.AsWritten), .. asked == FindOrderSlots.Proof ? said.UnusablePhones : []];
        var numbers = asked == FindOrderSlots.Proof ? said.OrderNumbers.Where(number => !phones.Exists(phone => Digits(phone) == Digits(number))) : said.OrderNumbers;
        List<string> named = [.. numbers.Take(MostOrdersAtOnce)];
        if (named.Count == 0 && asked == FindOrderSlots.Number && said.Emails.Count == 0 && BareNumber.Is(talk.Words))
        {
            named = [talk.Words.Trim()];
        }

        var proofs = said.Emails.Concat(phones.Where(phone => !named.Exists(number => Digits(phone) == Digits(number))));
        return (named, [.. proofs.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostProofs)]);
    }

    /// <summary>What was given before in this conversation. Given for another order, or for a call, it is only tried.</summary>
    public static (List<string> Proofs, bool IsGuess) Before(Talk talk)
    {
        var known = talk.Memory.Orders.Keys;
        var email = Usable(talk, "email");
        var proofs = known.Select(key => Written(key.Proof)).Append(email).Append(Usable(talk, "phone")).OfType<string>();
        return ([.. proofs.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostProofs)], email is null || known.Count > 0);
    }

    public static string? Usable(Talk talk, string fact) =>
        talk.Turn.FactOf(fact) is { } value && !talk.Memory.Orders.SetAside.Contains(value) ? value : null;

    private static string? Written(OrderProof? proof) => proof switch
    {
        OrderProof.Email email => email.Address,
        OrderProof.Phone phone => phone.Number,
        _ => null,
    };

    private static string Digits(string text) =>
        string.Concat(text.Where(char.IsDigit).Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));
}
