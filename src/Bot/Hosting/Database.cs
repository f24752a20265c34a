using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Warmline.Bot.Shop;
using Warmline.Handoff;

namespace Warmline.Bot.Hosting;

/// <summary>Which database Warmline keeps everything in: section <c>Warmline:Database</c>.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Warmline:Database";

    /// <summary>Sqlite (default), SqlServer or PostgreSql.</summary>
    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; set; }

    /// <summary>ADO.NET connection string. Default: the file <c>warmline.db</c> in the data folder.</summary>
    public string? ConnectionString { get; set; }
}

internal static class Database
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration, IHostEnvironment host)
    {
        services.AddOptions<HandoffOptions>().BindConfiguration("Warmline:Handoff").Configure(options =>
        {
            var chosen = Chosen(configuration, host);
            options.Provider = chosen.Provider;
            options.ConnectionString = chosen.ConnectionString!;
            options.Redis = configuration["Warmline:Redis"];
        }).Validate(IsReadable, $"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)} is not a connection string.");
        return services.AddExceptionHandler<DatabaseTrouble>();
    }

    /// <summary>The settings with the default file filled in; its folder is made.</summary>
    public static DatabaseOptions Chosen(IConfiguration configuration, IHostEnvironment host)
    {
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            var folder = configuration.GetSection(ShopOptions.Section).Get<ShopOptions>()?.DataFolder ?? new ShopOptions().DataFolder;
            var path = Path.GetFullPath(Path.Combine(host.ContentRootPath, folder));
            Directory.CreateDirectory(path);
            options.ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(path, "warmline.db") }.ToString();
        }

        return options;
    }

    private static bool IsReadable(HandoffOptions options)
    {
        try
        {
            _ = new DbConnectionStringBuilder { ConnectionString = options.ConnectionString };
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
