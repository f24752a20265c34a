using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Warmline.Bot.Shop.Files;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Shop;

internal static class ShopModule
{
    /// <summary>Adds <see cref="IShop"/>, kept in files under <c>Warmline:DataFolder</c>.
    /// A shop with its own system registers its <see cref="IShop"/> first.</summary>
    public static IServiceCollection AddShop(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ShopOptions>()
            .Bind(configuration.GetSection(ShopOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopOptions>, ReturnsFileCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new ShopFolder(
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath,
            provider.GetRequiredService<IOptions<ShopOptions>>().Value.DataFolder));
        services.TryAddSingleton(provider => new ShopClock(
            provider.GetRequiredService<TimeProvider>(), TimeZoneInfo.FindSystemTimeZoneById(configuration["Warmline:Times:Zone"] ?? "Europe/Warsaw")));
        services.TryAddSingleton<ShopRules>();
        services.TryAddSingleton<IShop, FileShop>();
        return services;
    }
}
