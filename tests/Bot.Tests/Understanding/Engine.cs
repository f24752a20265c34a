using Microsoft.Extensions.Options;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>The understander as the bot has it, with default options.</summary>
internal static class Engine
{
    public static Understander Default() => With(new OrderNumberOptions());

    public static Understander With(OrderNumberOptions orders) =>
        new(new EntityReader(new OrderNumberReader(Options.Create(orders)), new PhoneReader(Options.Create(new PhoneOptions()))));
}
