using System.ComponentModel.DataAnnotations;

namespace Warmline.Bot.Understanding;

/// <summary>How this shop's order numbers look. Section <c>Warmline:Orders</c>.</summary>
internal sealed class OrderNumberOptions
{
    public const string Section = "Warmline:Orders";

    /// <summary>Regular expressions, case does not matter. Empty: the built-in forms <c>#W1234567</c>, <c>W1234567</c>, <c>LO-10023</c>.</summary>
    public IList<string> NumberPatterns { get; } = [];
}

/// <summary>How phone numbers without a country code are read. Section <c>Warmline:Phones</c>.</summary>
internal sealed class PhoneOptions
{
    public const string Section = "Warmline:Phones";

    /// <summary>Two-letter country code, default <c>PL</c>. When a number is not valid there, the country of the customer's language is tried.</summary>
    [Required, RegularExpression("^[A-Z]{2}$")]
    public string DefaultRegion { get; set; } = "PL";
}

/// <summary>Where "tomorrow at four" is. Section <c>Warmline:Times</c>.</summary>
internal sealed class TimeOptions
{
    public const string Section = "Warmline:Times";

    /// <summary>IANA name of the shop's time zone, default <c>Europe/Warsaw</c>.</summary>
    [Required]
    public string Zone { get; set; } = "Europe/Warsaw";
}
