using Warmline.Bot.Shop;

namespace Warmline.Bot.Dialogs.Writes;

/// <summary>An address in one line, as it is shown back.</summary>
internal static class AddressText
{
    public static string Of(PostalAddress address) => string.Join(", ", Parts(address).Where(part => !string.IsNullOrWhiteSpace(part)));

    private static IEnumerable<string?> Parts(PostalAddress address) =>
        [address.Recipient, address.Street, address.More, $"{address.PostCode} {address.City}".Trim(), address.Region, address.Country];
}
