using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Warmline.Bot.Shop;

internal enum PaidBy
{
    Shop,
    Customer,
}

/// <summary>The shop's rules of return, kept as data so that nobody types "30 days" twice.</summary>
internal sealed record ReturnPolicy
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    private static readonly ResourceManager Words = new("Warmline.Bot.Shop.ReturnWords", typeof(ReturnPolicy).Assembly);
    private static readonly string[] Languages = ["en", "pl", "ru", "fa"];

    /// <summary>Days after delivery within which goods may come back.</summary>
    public required int WindowDays { get; init; }

    /// <summary>Days after the parcel is back within which the money is returned.</summary>
    public required int RefundDays { get; init; }

    public required PaidBy ReturnShippingPaidBy { get; init; }

    /// <summary>What can't be returned, in the shop's words, by language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Exclusions { get; init; }

    /// <exception cref="InvalidDataException">Names the line and the field.</exception>
    public static ReturnPolicy Parse(byte[] utf8)
    {
        try
        {
            var policy = JsonSerializer.Deserialize<ReturnPolicy>(utf8.AsSpan(), Strict);
            return Checked(policy ?? throw new InvalidDataException("the rules are empty"));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"line {e.LineNumber + 1}, {e.Path}: {e.Message}", e);
        }
    }

    /// <summary>Values for articles: <c>returns.windowDays</c>, <c>returns.refundDays</c>, and per language
    /// <c>returns.exclusions.pl</c>, <c>returns.shipping.pl</c> (a whole sentence). Numbers are plain digits.</summary>
    public IReadOnlyDictionary<string, string> Placeholders()
    {
        var values = new Dictionary<string, string>
        {
            ["returns.windowDays"] = WindowDays.ToString(CultureInfo.InvariantCulture),
            ["returns.refundDays"] = RefundDays.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var language in Languages)
        {
            var culture = CultureInfo.GetCultureInfo(language);
            values[$"returns.exclusions.{language}"] = string.Join(Words.GetString("ListSeparator", culture), Exclusions[language]);
            values[$"returns.shipping.{language}"] = Words.GetString($"ShippingPaidBy{ReturnShippingPaidBy}", culture)!;
        }

        return values;
    }

    private static ReturnPolicy Checked(ReturnPolicy policy)
    {
        CheckDays(policy.WindowDays, "windowDays");
        CheckDays(policy.RefundDays, "refundDays");
        foreach (var language in Languages)
        {
            if (policy.Exclusions?.GetValueOrDefault(language) is not { } list || list.Any(string.IsNullOrWhiteSpace))
            {
                throw new InvalidDataException($"exclusions.{language}: expected a list of texts, [] for none");
            }
        }

        return policy;
    }

    private static void CheckDays(int days, string field)
    {
        if (days is < 0 or > 3650)
        {
            throw new InvalidDataException($"{field}: expected a number of days from 0 to 3650");
        }
    }
}
