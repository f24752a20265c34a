using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>An address as far as the customer has said it.</summary>
internal sealed partial record AddressDraft
{
    /// <summary>With the house's number, if there is one.</summary>
    public string? Street { get; init; }

    public string? More { get; init; }
    public string? PostCode { get; init; }
    public string? City { get; init; }
    public string? Region { get; init; }
    public string? Country { get; init; }
    public string? Recipient { get; init; }

    /// <summary>Of the house, said apart from its street.</summary>
    public string? Number { get; init; }

    /// <summary>The customer says that there is none.</summary>
    public bool HasNoNumber { get; init; }

    /// <summary>The customer doesn't know it, or there is none.</summary>
    public bool HasNoPostCode { get; init; }

    /// <summary>All that was said.</summary>
    [JsonIgnore]
    public IEnumerable<string> Lines => new[] { Street, More, PostCode, City, Region, Country, Recipient, Number }.OfType<string>();

    [JsonIgnore]
    public bool IsEmpty => !Lines.Any();

    /// <summary>What is said now counts; a new street is another house, with no flat of the old one.</summary>
    public AddressDraft With(AddressDraft said) => new()
    {
        Street = said.Street ?? WithNumber(said.Number),
        More = said.More ?? (said.Street is null ? More : null),
        PostCode = said.PostCode ?? PostCode,
        City = said.City ?? City,
        Region = said.Region ?? (said.City is null ? Region : null),
        Country = said.Country ?? Country,
        Recipient = said.Recipient ?? Recipient,
        HasNoNumber = said.Street is null && HasNoNumber,
        HasNoPostCode = said.PostCode is null && HasNoPostCode,
    };

    // In place of the old number, or behind a street that had none.
    private string? WithNumber(string? number) => number is null || Street is null ? Street
        : House().IsMatch(Street) ? House().Replace(Street, number.Replace("$", "$$", StringComparison.Ordinal), 1)
        : $"{Street} {number}";

    /// <summary>The address for the shop; who receives it and in which country stays as it was, unless something else was said.</summary>
    public PostalAddress ToAddress(PostalAddress? present) => new(Street!, City!)
    {
        More = More,
        PostCode = PostCode,
        Region = Region ?? (string.Equals(City, present?.City, StringComparison.OrdinalIgnoreCase) ? present?.Region : null),
        Country = Country ?? present?.Country,
        Recipient = Recipient ?? present?.Recipient,
    };

    [GeneratedRegex(@"\d+\p{L}?(?:/\d+\p{L}?)?", RegexOptions.CultureInvariant)]
    private static partial Regex House();
}
