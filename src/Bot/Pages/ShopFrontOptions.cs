using System.ComponentModel.DataAnnotations;

namespace Warmline.Bot.Pages;

/// <summary>How the shop looks in the chat: section <c>Warmline:Shop</c>.</summary>
internal sealed class ShopFrontOptions : IValidatableObject
{
    public const string Section = "Warmline:Shop";

    /// <summary>The shop's name, shown as the chat's title. Default: the demo shop.</summary>
    [Required, StringLength(60, MinimumLength = 1)]
    public string Name { get; set; } = "Lipa & Lantern";

    /// <summary>The shop's colour as #rrggbb. The text on it is chosen so that it stays readable. Default: a calm blue.</summary>
    [Required, RegularExpression("^#[0-9a-fA-F]{6}$", ErrorMessage = "Color must look like #1f5fae.")]
    public string Color { get; set; } = "#1f5fae";

    /// <summary>Address of a square logo: https, or a path on this server. Default: none, the shop's initial is shown.</summary>
    [StringLength(500)]
    public string? Logo { get; set; }

    /// <summary>The corner in which the launcher sits, unless the embed line says <c>data-position</c>. Default: right.</summary>
    [EnumDataType(typeof(LauncherPosition))]
    public LauncherPosition Position { get; set; } = LauncherPosition.Right;

    /// <summary>Web origins (https://shop.example) that may embed the chat. Empty, the default: any.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Logo is { Length: > 0 } && !IsLogo(Logo))
        {
            yield return new ValidationResult("Logo must be an https address or a path that begins with /.", [nameof(Logo)]);
        }

        foreach (var origin in AllowedOrigins.Where(origin => !IsOrigin(origin)))
        {
            yield return new ValidationResult($"'{origin}' is not a web origin like https://shop.example.", [nameof(AllowedOrigins)]);
        }
    }

    private static bool IsLogo(string logo) =>
        (logo.StartsWith('/') && !logo.StartsWith("//", StringComparison.Ordinal))
        || (Uri.TryCreate(logo, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps);

    // The list goes into a header and is compared with what browsers send, so it must be written exactly as they write it.
    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.GetLeftPart(UriPartial.Authority) == origin;
}

internal enum LauncherPosition
{
    Right,
    Left,
}
