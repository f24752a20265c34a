using Microsoft.Extensions.DependencyInjection.Extensions;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Files;
using Warmline.Bot.Understanding.Model;
using Warmline.Bot.Understanding.SecondOpinion;
using Warmline.Bot.Understanding.Training;

namespace Warmline.Bot.Understanding;

internal static partial class UnderstandingSetup
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
            .AddSingleton(Model)
            .AddSingleton<RuleShelf>()
            .AddSecondOpinion()
            .AddSingleton<Understander>();
    }

    private static UnderstandingModel Model(IServiceProvider provider)
    {
        var folder = provider.GetRequiredService<ShopFolder>();
        var model = UnderstandingModel.OfShop(folder);
        if (File.Exists(folder.ModelFile) && model.Fingerprint != TrainingPhrases.Fingerprint())
        {
            LogOlder(provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(UnderstandingSetup)));
        }

        return model;
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

    [LoggerMessage(1402, LogLevel.Warning,
        "The shop's own model of understanding was trained with another version of Warmline; the command 'train' teaches it what was added since.")]
    private static partial void LogOlder(ILogger log);
}
