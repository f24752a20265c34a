using System.Text.Json;
using System.Text.Json.Serialization;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Returns;

/// <summary>Reads the rules and refuses what would become a wrong promise.</summary>
internal static class ReturnPolicyFile
{
    public static readonly string[] Languages = ["en", "pl", "ru", "fa"];

    private const int MostDays = 3650;
    private const int MostYears = 30;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

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

    private static ReturnPolicy Checked(ReturnPolicy policy)
    {
        Between(policy.WindowDays, MostDays, "windowDays", "days");
        Between(policy.RefundDays, MostDays, "refundDays", "days");
        Between(policy.WarrantyYears, MostYears, "warrantyYears", "years");
        foreach (var language in Languages)
        {
            if (policy.Exclusions.GetValueOrDefault(language) is not { } list || list.Any(string.IsNullOrWhiteSpace))
            {
                throw new InvalidDataException($"exclusions.{language}: expected a list of texts, [] for none");
            }
        }

        Between(policy.SendWithinDays, MostDays, "sendWithinDays", "days");
        if (policy.Instructions.Count > 0 && Languages.FirstOrDefault(language => string.IsNullOrWhiteSpace(policy.Instructions.GetValueOrDefault(language))) is { } untold)
        {
            throw new InvalidDataException($"instructions.{untold}: expected a text; leave instructions out where there are none");
        }

        foreach (var (index, rule) in policy.Rules.Index())
        {
            Check(rule, $"rules[{index}]");
        }

        Check(policy.Refunds);
        CheckStates(policy);
        return policy;
    }

    private static void Check(ReturnRule rule, string place)
    {
        if (rule is null || (string.IsNullOrWhiteSpace(rule.Category) && string.IsNullOrWhiteSpace(rule.Country)))
        {
            throw new InvalidDataException($"{place}: expected a category, a country, or both");
        }

        if (rule.Country is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetter)))
        {
            throw new InvalidDataException($"{place}.country: expected two letters such as PL");
        }

        Between(rule.WindowDays, MostDays, $"{place}.windowDays", "days");
        Between(rule.WarrantyYears, MostYears, $"{place}.warrantyYears", "years");
    }

    private static void Check(RefundTimes refunds)
    {
        if (refunds.To.Count == 0 || !refunds.To.Contains(RefundTo.OriginalPayment))
        {
            throw new InvalidDataException("refunds.to: expected a list with originalPayment");
        }

        foreach (var (kind, time) in refunds.ByPayment)
        {
            Check(time, $"refunds.byPayment.{kind}");
        }

        Check(refunds.Otherwise, "refunds.otherwise");
    }

    private static void Check(RefundTime? time, string place)
    {
        Between(time?.FromDays, MostDays, $"{place}.fromDays", "days");
        Between(time?.ToDays, MostDays, $"{place}.toDays", "days");
        if (time is not null && time.FromDays > time.ToDays)
        {
            throw new InvalidDataException($"{place}: fromDays is more than toDays");
        }
    }

    // What is on its way can't be called back by a change of a record, whatever a file says.
    private static void CheckStates(ReturnPolicy policy)
    {
        foreach (var (field, states) in new[] { ("cancel", policy.Cancel.From), ("changeAddress", policy.ChangeAddress.From) })
        {
            if (states.Any(state => state is not (OrderStatus.Placed or OrderStatus.Paid or OrderStatus.Packed)))
            {
                throw new InvalidDataException($"{field}.from: only Placed, Paid and Packed are before shipping");
            }
        }

        foreach (var (field, states) in new[] { ("return", policy.Return.From), ("exchange", policy.Exchange.From) })
        {
            if (states.Any(state => state != OrderStatus.Delivered))
            {
                throw new InvalidDataException($"{field}.from: only Delivered can come back; [] for never");
            }
        }
    }

    private static void Between(int? number, int most, string field, string of)
    {
        if (number is < 0 || number > most)
        {
            throw new InvalidDataException($"{field}: expected a number of {of} from 0 to {most}");
        }
    }
}
