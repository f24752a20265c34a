using System.ComponentModel.DataAnnotations;

namespace Warmline.Bot.Understanding;

/// <summary>How phone numbers without a country code are read. Section <c>Warmline:Phones</c>.</summary>
internal sealed class PhoneOptions
{
    public const string Section = "Warmline:Phones";

    /// <summary>Two-letter country code, default <c>PL</c>. When a number is not valid there, the country of the customer's language is tried.</summary>
    [Required, RegularExpression("^[A-Z]{2}$")]
    public string DefaultRegion { get; set; } = "PL";
}
