using System.ComponentModel.DataAnnotations;

namespace BotFramework.Hosting;

/// <summary>How the bot is registered.</summary>
public enum BotAppType
{
    /// <summary>Any tenant (no longer offered to new bots).</summary>
    MultiTenant,

    /// <summary>One tenant.</summary>
    SingleTenant,

    /// <summary>A managed identity of Azure; there is no secret.</summary>
    UserAssignedMsi,
}

/// <summary>
/// Settings of the endpoint for Azure Bot Service channels. Without an <see cref="AppId"/> it refuses everything, except a local
/// client in Development.
/// </summary>
public sealed class BotFrameworkOptions : IValidatableObject
{
    /// <summary>The bot's application id. Default none.</summary>
    public string? AppId { get; set; }

    /// <summary>Default <see cref="BotAppType.MultiTenant"/>.</summary>
    public BotAppType AppType { get; set; }

    /// <summary>The bot's directory; required for <see cref="BotAppType.SingleTenant"/>.</summary>
    public string? TenantId { get; set; }

    /// <summary>The application's secret; one of the ways to prove who the bot is.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A certificate with its private key instead of the secret: a PKCS#12 file, or PEM when it ends with <c>.pem</c>.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The password of a PKCS#12 <see cref="CertificateFile"/>.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>A certificate of the user's or the machine's own store, by thumbprint, instead of a file.</summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>Where a managed identity's tokens come from. Default: what App Service or the virtual machine offers.</summary>
    public Uri? ManagedIdentityEndpoint { get; set; }

    /// <summary>Where the channels' signing keys are found.</summary>
    public Uri OpenIdMetadata { get; set; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Who issues the channels' tokens.</summary>
    [Required]
    public string TokenIssuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the bot gets its own tokens.</summary>
    public Uri LoginEndpoint { get; set; } = new("https://login.microsoftonline.com/");

    /// <summary>What the bot's own tokens are for.</summary>
    [Required]
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>
    /// Hosts that are sent messages and the bot's token: <c>name</c>, <c>*.suffix</c>, either with <c>:port</c> when it is not
    /// 443; or an origin such as <c>http://127.0.0.1:5005</c>, where http is for the loopback only.
    /// </summary>
    public IList<string> AllowedServiceHosts { get; } = ["*.botframework.com", "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];

    /// <summary>How far clocks may differ. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:15:00")]
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Largest body of a request in bytes. Default 256 KB.</summary>
    [Range(1024, 4 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>How old signing keys may get before they are read again. Default 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "5.00:00:00")]
    public TimeSpan KeysLast { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often a token with an unknown key may cause a new look at the keys. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan UnknownKeyPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one call to a channel may take. Default 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a call is repeated when it surely had no effect. 0 for callers with a queue of their own. Default 2.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 2;

    /// <summary>How long a call and its repetitions may take together before no further one begins. Default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan RetryWithin { get; set; } = TimeSpan.FromSeconds(20);

    internal bool HasCertificate => CertificateFile is not null || CertificateThumbprint is not null;

    /// <summary>What can be said before the first message.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var host in AllowedServiceHosts.Where(host => Connector.ServiceHost.Parse(host) is null))
        {
            yield return new($"'{host}' is not a host name, '*.suffix' or origin (http only for the loopback).", [nameof(AllowedServiceHosts)]);
        }

        foreach (var address in new[] { OpenIdMetadata, LoginEndpoint }.Where(a => !a.IsAbsoluteUri || (a.Scheme != Uri.UriSchemeHttps && !a.IsLoopback)))
        {
            yield return new($"'{address}' must be an https address.", [nameof(OpenIdMetadata), nameof(LoginEndpoint)]);
        }

        if (!string.IsNullOrEmpty(AppId) && AppType != BotAppType.UserAssignedMsi && string.IsNullOrEmpty(ClientSecret) && !HasCertificate)
        {
            yield return new("With an AppId the bot needs a ClientSecret, a certificate or a managed identity.", [nameof(ClientSecret)]);
        }

        if (!string.IsNullOrEmpty(AppId) && AppType == BotAppType.SingleTenant && string.IsNullOrEmpty(TenantId))
        {
            yield return new("A single-tenant bot needs its TenantId.", [nameof(TenantId)]);
        }
    }
}
