using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Warmline.Bot.Shop.Remote;

/// <summary>Settings of a shop's system that can't work, or would send a secret in the open, stop the start. No value of a secret is shown.</summary>
internal sealed class ShopSystemCheck : IValidateOptions<ShopSystemOptions>
{
    public ValidateOptionsResult Validate(string? name, ShopSystemOptions options)
    {
        var problems = Limits(options.Limits).Concat(options.Kind switch
        {
            ShopKind.WooCommerce => Woo(options.WooCommerce),
            ShopKind.Http => Http(options.Http),
            _ => [],
        }).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>https, or http on this very machine; without a name, a password, a query.</summary>
    public static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address is { UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static IEnumerable<string> Woo(WooCommerceOptions options)
    {
        const string Section = $"{ShopSystemOptions.Section}:WooCommerce";
        foreach (var problem in Address(options.Url, Section))
        {
            yield return problem;
        }

        if (!options.ConsumerKey.StartsWith("ck_", StringComparison.Ordinal) || !options.ConsumerSecret.StartsWith("cs_", StringComparison.Ordinal))
        {
            yield return $"{Section}: ConsumerKey begins with ck_ and ConsumerSecret with cs_.";
        }

        foreach (var (word, status) in options.Statuses.Where(status => !OrderStatusNames.TryParse(status.Value, out _)))
        {
            yield return $"{Section}:Statuses:{word}: '{status}' is none of {OrderStatusNames.Known}.";
        }

        if (options.Currency.Length != 3 || !options.Currency.All(char.IsAsciiLetterUpper))
        {
            yield return $"{Section}:Currency must be three capital letters such as EUR.";
        }
    }

    private static IEnumerable<string> Http(HttpShopOptions options)
    {
        const string Section = $"{ShopSystemOptions.Section}:Http";
        foreach (var problem in Address(options.Url, Section))
        {
            yield return problem;
        }

        if (options.Token.Length < 16 || options.Token.Any(c => c is <= ' ' or > '~'))
        {
            yield return $"{Section}:Token needs at least 16 characters that a header may hold.";
        }
    }

    private static IEnumerable<string> Address(string url, string section)
    {
        if (!IsSafe(url))
        {
            yield return $"{section}:Url must be an https address without query or password (http only for this machine).";
        }
    }

    private static IEnumerable<string> Limits(ShopLimits limits)
    {
        const string Section = $"{ShopSystemOptions.Section}:Limits";
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(limits, new ValidationContext(limits), results, validateAllProperties: true);
        foreach (var result in results)
        {
            yield return $"{Section}: {result.ErrorMessage}";
        }

        if (limits.Try < TimeSpan.FromMilliseconds(50) || limits.Total < limits.Try || limits.Total > TimeSpan.FromMinutes(1))
        {
            yield return $"{Section}: Try is at least 50 ms, Total at least Try and at most a minute.";
        }

        if (limits.BreakFor < TimeSpan.FromMilliseconds(500) || limits.BreakFor > TimeSpan.FromHours(1)
            || limits.Remember < TimeSpan.Zero || limits.Remember > TimeSpan.FromMinutes(5)
            || limits.RetryAfter < TimeSpan.Zero || limits.RetryAfter > limits.Total)
        {
            yield return $"{Section}: BreakFor is 500 ms to an hour, Remember at most 5 minutes, RetryAfter at most Total.";
        }
    }
}
