using System.ComponentModel.DataAnnotations;

namespace Warmline.Bot.Understanding;

/// <summary>Where "tomorrow at four" is. Section <c>Warmline:Times</c>.</summary>
internal sealed class TimeOptions
{
    public const string Section = "Warmline:Times";

    /// <summary>IANA name of the shop's time zone, default <c>Europe/Warsaw</c>.</summary>
    [Required]
    public string Zone { get; set; } = "Europe/Warsaw";
}
