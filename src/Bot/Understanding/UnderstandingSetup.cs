using Microsoft.Extensions.DependencyInjection.Extensions;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Files;
using Warmline.Bot.Understanding.Model;
using Warmline.Bot.Understanding.SecondOpinion;

namespace Warmline.Bot.Understanding;

internal static class UnderstandingSetup
{
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddOptions<OrderNumberOptions>().BindConfiguration(OrderNumberOptions.Section)
            .Validate(AllCompile, $"{OrderNumberOptions.Section}:{nameof(OrderNumberOptions.NumberPatterns)}: one is not a regular expression.")
            .ValidateOnStart();
        services.AddOptions<PhoneOptions>().BindConfiguration(PhoneOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TimeOptions>().BindConfiguration(TimeOptions.Section).ValidateDataAnnotations()
            .Validate(IsZone, $"{TimeOptions.Section}:{nameof(TimeOptions.Zone)}: this is not the IANA name of a time zone.")
            .ValidateOnStart();
        services.TryAddSingleton<ProductNames>(provider => provider.GetRequiredService<IShop>() is FileShop shop ? () => shop.ProductNames : () => []);
        return services
            .AddSingleton<ProductReader>()
            .AddSingleton<OrderNumberReader>()
            .AddSingleton<PhoneReader>()
            .AddSingleton<EntityReader>()
            .AddSingleton(provider => UnderstandingModel.OfShop(provider.GetRequiredService<ShopFolder>()))
            .AddSingleton<RuleShelf>()
            .AddSecondOpinion()
            .AddSingleton<Understander>();
    }

    private static bool IsZone(TimeOptions options) => NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.Zone) is not null;

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
