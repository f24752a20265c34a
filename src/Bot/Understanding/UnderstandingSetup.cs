namespace Warmline.Bot.Understanding;

internal static class UnderstandingSetup
{
    public static IServiceCollection AddUnderstanding(this IServiceCollection services)
    {
        services.AddOptions<OrderNumberOptions>().BindConfiguration(OrderNumberOptions.Section);
        services.AddOptions<PhoneOptions>().BindConfiguration(PhoneOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<OrderNumberReader>()
            .AddSingleton<PhoneReader>()
            .AddSingleton<EntityReader>()
            .AddSingleton<Understander>();
    }
}
