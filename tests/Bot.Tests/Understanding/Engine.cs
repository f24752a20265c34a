using Microsoft.Extensions.Time.Testing;
using Warmline.Bot.Shop;
using Warmline.Bot.Understanding;
using Warmline.Bot.Understanding.Model;

namespace Warmline.Bot.Tests.Understanding;

/// <summary>The understander as the bot has it, with default options and the shipped model.</summary>
internal static class Engine
{
    private static readonly UnderstandingModel Model = UnderstandingModel.BuiltIn();
    private static readonly Understander Plain = With(new OrderNumberOptions());

    public static Understander Default() => Plain;

    public static Understander With(OrderNumberOptions orders) => new(Reading.With(orders), Model, Rules(Path.GetTempPath()), new FakeTimeProvider(Reading.Now));

    /// <summary>With a shop's own patterns, which lie in a data folder.</summary>
    public static Understander Of(string dataFolder) => new(Reading.With(), Model, Rules(dataFolder), new FakeTimeProvider(Reading.Now));

    private static RuleShelf Rules(string dataFolder) => new(new ShopFolder(dataFolder, "."));
}
