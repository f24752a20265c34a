using Warmline.Bot.Shop;
using Warmline.Bot.Understanding.Model;

namespace Warmline.Bot.Understanding;

internal static class UnderstandingSetup
{
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddOptions<OrderNumberOptions>().BindConfiguration(OrderNumberOptions.Section)
            .Validate(AllCompile, $"{OrderNumberOptions.Section}:{nameof(OrderNumberOptions.NumberPatterns)}: one is not a regular expression.")
            .ValidateOnStart();
        services.AddOptions<PhoneOptions>().BindConfiguration(PhoneOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<OrderNumberReader>()
            .AddSingleton<PhoneReader>()
            .AddSingleton<EntityReader>()
            .AddSingleton(provider => UnderstandingModel.OfShop(provider.GetRequiredService<ShopFolder>()))
            .AddSingleton<RuleShelf>()
            .AddSingleton<Understander>();
    }

    private static bool AllCompile(OrderNumberOptions options)
    {
        try
        {
            return options.NumberPatterns.Select(OrderNumberReader.Compile).ToList().Count >= 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
