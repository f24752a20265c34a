using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Warmline.Bot.Shop.Identity;
using Warmline.Bot.Shop.Remote;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Shop;

internal static class ShopModule
{
    /// <summary>Adds <see cref="IShop"/> of the kind in <c>Warmline:Shop:Kind</c>.
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
        services.AddOptions<ShopSystemOptions>()
            .Bind(configuration.GetSection(ShopSystemOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ShopSystemOptions>, ShopSystemCheck>());
        services.AddOptions<IdentityOptions>().Bind(configuration.GetSection(IdentityOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IdentityOptions>, IdentityCheck>());
        services.TryAddSingleton<CustomerTokens>();
        services.AddShopWire();
        services.TryAddSingleton(RemoteShops.Create);
        return services;
    }
}
