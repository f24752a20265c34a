using System.Text.Json.Serialization;
using PhoneNumbers;

namespace Warmline.Bot.Shop;

/// <summary>By what a customer shows that an order is theirs. Together with the order number; a signed identity alone opens all its orders.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "by")]
[JsonDerivedType(typeof(Email), "email")]
[JsonDerivedType(typeof(Phone), "phone")]
[JsonDerivedType(typeof(Signed), "signed")]
internal abstract record OrderProof
{
    private OrderProof()
    {
    }

    /// <summary>What the customer wrote: an e-mail address, or else a phone number.</summary>
    public static OrderProof Of(string written) => written.Contains('@', StringComparison.Ordinal) ? new Email(written) : new Phone(written.Trim());

    /// <summary>Whether the proof fits what the shop knows of the order's owner.</summary>
    public abstract bool Fits(Order order);

    public sealed record Email(string Address) : OrderProof
    {
        public string Address { get; init; } = Address.Trim();

        public override bool Fits(Order order) => IsSame(Address, order.Email);
    }

    /// <summary>Written any way; with or without the country's code.</summary>
    public sealed record Phone(string Number) : OrderProof
    {
        public override bool Fits(Order order) => order.Phone is { } known && PhoneMatch.IsSame(known, Number);
    }

    /// <summary>The shop itself signed who this is.</summary>
    public sealed record Signed(ShopCustomer Customer) : OrderProof
    {
        public override bool Fits(Order order) => order.CustomerId is { } owner
            ? string.Equals(owner, Customer.Id, StringComparison.Ordinal)
            : Customer.Email is { } email && IsSame(email, order.Email);
    }

    private static bool IsSame(string one, string other) =>
        one.Length > 0 && string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A customer whom the shop vouches for: by a signed identity, see <c>Identity/</c>. <paramref name="Id"/> is the shop's own.</summary>
internal sealed record ShopCustomer(string Id, string? Email = null, string? Phone = null, string? Name = null);

internal static class PhoneMatch
{
    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    /// <summary>Whole numbers only: the last digits of a number are no proof.</summary>
    public static bool IsSame(string known, string given) => known.Length <= 40 && given.Length <= 40
        && Phones.IsNumberMatch(International(known), International(given))
            is PhoneNumberUtil.MatchType.EXACT_MATCH or PhoneNumberUtil.MatchType.NSN_MATCH;

    /// <summary>With its country's code, as <c>+48601234567</c>; null when it has none or is no number there is.</summary>
    public static string? Dialable(string? number)
    {
        try
        {
            return number is { Length: <= 40 } && Phones.Parse(International(number), null) is var parsed && Phones.IsValidNumber(parsed)
                ? Phones.Format(parsed, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string International(string number) => number.Trim() is var plain && plain.StartsWith("00", StringComparison.Ordinal) ? "+" + plain[2..] : plain;
}
