using Microsoft.Extensions.Options;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>The reader of entities as the bot has it; it is Wednesday, 25 November 2026, ten in the morning in Warsaw.</summary>
internal static class Reading
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private static readonly EntityReader Default = With();

    public static EntityReader With(OrderNumberOptions? orders = null, ProductNames? products = null, TimeOptions? times = null) => new(
        new OrderNumberReader(Options.Create(orders ?? new OrderNumberOptions())),
        new PhoneReader(Options.Create(new PhoneOptions())),
        new ProductReader(products ?? (() => [])),
        Options.Create(times ?? new TimeOptions()));

    public static Warmline.Bot.Understanding.Entities Read(string language, string line, EntityReader? reader = null, DateTimeOffset? now = null) =>
        (reader ?? Default).Read([WordReader.Read(line)], language, now ?? Now);

    /// <summary>Times as <c>11-26T16:00/</c>: from / to, one moment without a slash, whole days without hours.</summary>
    public static string Times(string language, string line, EntityReader? reader = null, DateTimeOffset? now = null) =>
        string.Join(' ', Read(language, line, reader, now).Times.Select(Show));

    private static string Show(TimeMention time)
    {
        var format = time.HasTime ? "MM-ddTHH:mm" : "MM-dd";
        return time.From.ToString(format, null) + (time.To == time.From ? "" : $"/{time.To?.ToString(format, null)}");
    }
}
