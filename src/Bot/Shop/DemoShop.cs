using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Warmline.Bot.Shop.Import;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Shop;

/// <summary>What is built in: the demo orders and the default rules of return.</summary>
internal static partial class DemoShop
{
    /// <summary>The demo orders with dates counted from <paramref name="today"/>, the shop's:
    /// <c>{-3 14:20}</c> was three days ago, <c>{+2}</c> is the day after tomorrow.</summary>
    public static OrderBook Orders(DateOnly today)
    {
        var json = DayOffset().Replace(Encoding.UTF8.GetString(Resource("demo-orders.json")), match => Date(match, today));
        return OrderBook.ReadStored(Encoding.UTF8.GetBytes(json));
    }

    public static ReturnPolicy Returns() => ReturnPolicy.Parse(Resource("returns.json"));

    private static string Date(Match match, DateOnly today)
    {
        var days = int.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture);
        var day = today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return match.Groups["time"].Success ? $"{day}T{match.Groups["time"].Value}:00Z" : day;
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(DemoShop).Assembly.GetManifestResourceStream($"Warmline.Bot.Shop.{name}")
            ?? throw new InvalidOperationException($"{name} is not built in.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(@"\{(?<days>[+-]\d+)(?: (?<time>\d\d:\d\d))?\}")]
    private static partial Regex DayOffset();
}
