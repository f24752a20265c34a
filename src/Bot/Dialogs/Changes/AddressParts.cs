using System.Text.RegularExpressions;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>The parts of an address between commas and line ends, each put where it belongs.</summary>
internal sealed partial class AddressParts
{
    private readonly List<string> _street = [];
    private readonly List<string> _more = [];

    // Words without a sign of what they are: a city, a street before its house, a name.
    private readonly List<string> _plain = [];
    private AddressDraft _found = new();

    public AddressParts(IReadOnlyList<string> parts)
    {
        var coded = parts.ToList().FindLastIndex(part => PostCodes.In(part) is not null);
        for (var at = 0; at < parts.Count; at++)
        {
            var part = parts[at].Trim(' ', '.');
            if (part.Length > 0 && !TakeLabelled(part) && !(at == coded && TakeCoded(part)))
            {
                Take(part);
            }
        }
    }

    public AddressDraft Draft()
    {
        var plain = _plain.ToList();
        if (_found.City is null && plain.FindIndex(AddressReader.IsCity) is >= 0 and var at && (_street.Count > 0 || _found.PostCode is not null))
        {
            _found = _found with { City = plain[at] };
            plain.RemoveAt(at);
        }

        if (_found.Region is null && plain.Find(part => State().IsMatch(part)) is { } state)
        {
            _found = _found with { Region = state };
            plain.Remove(state);
        }

        return _found with
        {
            Street = Joined(_street),
            More = Joined(_more),
            Recipient = _found.Recipient ?? (_street.Count > 0 ? Joined(plain) : null),
        };
    }

    private static string? Joined(List<string> parts) => parts.Count > 0 ? string.Join(", ", parts) : null;

    private bool TakeLabelled(string part)
    {
        if (AddressWords.Labelled(part) is not var (label, value, isSaid))
        {
            return false;
        }

        AddressDraft? found = label switch
        {
            "city" => _found with { City = value },
            "country" when AddressWords.CountryOf(value) is { } country => _found with { Country = country },
            "region" => _found with { Region = value },
            "who" => _found with { Recipient = value },
            "number" => _found with { Number = value },
            _ => null,
        };
        _found = found ?? _found;
        return found is not null || label switch
        {
            "code" => TakeCode(value),
            "flat" => Keep(_more, part),
            "street" => Keep(_street, isSaid ? value : part),
            _ => false,
        };
    }

    private bool TakeCode(string value)
    {
        if (PostCodes.In(value) is not null)
        {
            return TakeCoded(value);
        }

        _found = _found with { PostCode = PostCodes.Answer(value) };
        return _found.PostCode is not null;
    }

    private static bool Keep(List<string> where, string part)
    {
        where.Add(part);
        return true;
    }

    // "30-001 Kraków", "London SW1A 1AA", "ul. Lipowa 5 30-001 Kraków", "IL 62704".
    private bool TakeCoded(string part)
    {
        var code = PostCodes.In(part)!;
        _found = _found with { PostCode = PostCodes.Written(code.Value) };
        var (before, after) = (AddressWords.CodeBefore().Replace(part[..code.Index], "").Trim(' ', '-', '.'), part[(code.Index + code.Length)..].Trim(' ', '-', '.'));
        var behind = AheadOfStreet().Match(after);
        if (after.Length > 0)
        {
            _plain.Insert(0, behind.Success ? behind.Groups["city"].Value : after);
        }

        if (behind.Success)
        {
            TakeStreet(behind.Groups["street"].Value);
        }

        // "Miami FL 33101".
        if (WithState().Match(before) is { Success: true } both)
        {
            (before, _found) = (both.Groups["city"].Value, _found with { Region = both.Groups["state"].Value });
        }

        if (before.Length > 0)
        {
            Take(before);
        }

        return true;
    }

    private void Take(string part)
    {
        if (AddressWords.CountryOf(part) is { } country)
        {
            _found = _found with { Country = country };
        }
        else if (AddressWords.Flat().IsMatch(part))
        {
            _more.Add(part);
        }
        else if (AddressWords.House().IsMatch(part))
        {
            TakeHouse(part);
        }
        else if (AddressWords.Region().IsMatch(part))
        {
            _found = _found with { Region = part };
        }
        else if (part.Any(char.IsDigit) || AddressWords.Street().IsMatch(part))
        {
            TakeStreet(part);
        }
        else
        {
            _plain.Add(part);
        }
    }

    // "Ленина, 5": the words before a lone number are its street.
    private void TakeHouse(string part)
    {
        if (_street.Count == 0 && _plain.Count > 0)
        {
            _street.Add(_plain[^1]);
            _plain.RemoveAt(_plain.Count - 1);
        }

        _street.Add(part);
    }

    private void TakeStreet(string part)
    {
        if (_street.Any(known => known.Any(char.IsDigit)) && !AddressWords.Street().IsMatch(part))
        {
            _more.Add(part);
        }
        else if (WithCity().Match(part) is { Success: true } both && !AddressWords.Flat().IsMatch(both.Groups["city"].Value + " 1"))
        {
            _street.Add(both.Groups["street"].Value.Trim());
            _plain.Add(both.Groups["city"].Value.Trim());
        }
        else if (BehindCity().Match(part) is { Success: true } behind)
        {
            _plain.Add(behind.Groups["city"].Value.Trim());
            _street.Add(behind.Groups["street"].Value);
        }
        else
        {
            _street.Add(part);
        }
    }

    // "Kraków ul. Lipowa 5", in languages that always say the kind of street before its name.
    [GeneratedRegex(@"^(?!خیابان|خیابون|بلوار|میدان|بزرگراه|کوچه|شهرک)(?<city>\p{L}[\p{L}-]+(?: [\p{L}-]+)?) (?<street>(?:ul\.|ulica|al\.|os\.|خیابان|خیابون|بلوار|میدان|بزرگراه)(?!\p{L}).*\d.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BehindCity();

    // "634021 Томск проспект Фрунзе 96": behind the code a city, and where it ends a word for a street.
    [GeneratedRegex(@"^(?<city>\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)?) (?<street>(?:ul\.|ulica|al\.|os\.|ул\.?|улица|пр\.|пр-т|проспект|пер\.|переулок|бульвар|шоссе|خیابان|خیابون|بلوار)(?!\p{L}).*\d.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AheadOfStreet();

    // "Main Street 5 Warsaw", "5 Main Street London".
    [GeneratedRegex(@"^(?<street>(?:\p{L}.*?\s\d+\p{L}?(?:/\d+\p{L}?)?)|(?:\d+\p{L}?\s.*?\b(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Court|Close|Terrace)\b\.?))\s+(?<city>\p{Lu}[\p{L}\s'-]{2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex WithCity();

    [GeneratedRegex(@"^(?<city>\p{L}[\p{L}\s.'-]+) (?<state>[A-Z]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex WithState();

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex State();
}
