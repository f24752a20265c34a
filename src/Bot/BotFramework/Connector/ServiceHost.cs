using BotFramework.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotFramework.Connector;

/// <summary>One entry of <see cref="BotFrameworkOptions.AllowedServiceHosts"/>.</summary>
internal sealed record ServiceHost(string Scheme, string Host, int Port, bool IsSuffix)
{
    private const int Https = 443;

    internal static ServiceHost? Parse(string entry)
    {
        var isSuffix = entry.StartsWith("*.", StringComparison.Ordinal);
        var text = isSuffix ? entry[2..] : entry;
        var origin = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            && (!isSuffix || (uri.HostNameType == UriHostNameType.Dns && uri.Scheme == Uri.UriSchemeHttps))
            ? new ServiceHost(uri.Scheme, uri.IdnHost, uri.Port, isSuffix)
            : null;
    }

    /// <summary>Compares what will be dialled, never the text: an address in another spelling is the same address.</summary>
    internal bool Covers(Uri uri) =>
        uri.Scheme == Scheme && uri.Port == Port
        && (IsSuffix
            ? uri.HostNameType == UriHostNameType.Dns && uri.IdnHost.Length > Host.Length + 1
                && uri.IdnHost.EndsWith(Host, StringComparison.OrdinalIgnoreCase) && uri.IdnHost[^(Host.Length + 1)] == '.'
            : uri.IdnHost.Equals(Host, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Which channels' addresses may be called. Checked before a token or a customer's words leave.</summary>
internal sealed class ServiceHosts(IOptions<BotFrameworkOptions> options, IHostEnvironment environment)
{
    private readonly ServiceHost[] _hosts = [.. options.Value.AllowedServiceHosts.Select(ServiceHost.Parse).OfType<ServiceHost>()];
    private readonly bool _isDeveloping = string.IsNullOrEmpty(options.Value.AppId) && environment.IsDevelopment();

    /// <summary>The address as a base for routes; null when it must not be called.</summary>
    internal Uri? Allowed(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
        && uri is { Query: "", Fragment: "", UserInfo: "" }
        && (Array.Exists(_hosts, host => host.Covers(uri)) || (_isDeveloping && uri.IsLoopback && uri.Scheme.StartsWith("http", StringComparison.Ordinal)))
            ? uri
            : null;
}
