using Microsoft.Extensions.Options;
using NodaTime;

namespace Warmline.Handoff.Promises;

/// <summary>Says exactly which setting of the callbacks can't be meant.</summary>
internal sealed class CallbackOptionsCheck : IValidateOptions<CallbackOptions>
{
    public ValidateOptionsResult Validate(string? name, CallbackOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(CallbackOptions options)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.Zone) is null)
        {
            yield return $"{CallbackOptions.Section}:Zone is no time zone: {options.Zone}.";
        }

        foreach (var (day, hours) in options.Hours)
        {
            if (!Enum.TryParse<IsoDayOfWeek>(day, ignoreCase: true, out var weekday) || weekday == IsoDayOfWeek.None || int.TryParse(day, out _))
            {
                yield return $"{CallbackOptions.Section}:Hours:{day} is no weekday; write Monday to Sunday.";
            }

            if (OpenStretch.ReadAll(hours) is null)
            {
                yield return $"{CallbackOptions.Section}:Hours:{day} is \"{hours}\"; write hours like 09:00-17:00 or 09:00-12:00, 13:00-17:00, in order.";
            }
        }

        if (options.Hours.Values.All(string.IsNullOrWhiteSpace))
        {
            yield return $"{CallbackOptions.Section}:Hours leaves no hour to call in.";
        }

        foreach (var holiday in options.Holidays.Where(day => Holiday.Read(day) is null))
        {
            yield return $"{CallbackOptions.Section}:Holidays has \"{holiday}\"; write 2026-12-24, or 12-25 for every year.";
        }
    }
}
