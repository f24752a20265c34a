using BotFramework.Hosting;

namespace BotFramework.Authentication;

/// <summary>How the bot asks for a token: with a secret, a certificate, or as a managed identity.</summary>
internal sealed class TokenRequests(BotFrameworkOptions options, TimeProvider time)
{
    private const string LegacyTenant = "botframework.com";
    private const string ByJwt = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private const string DefaultScope = "/.default";
    private static readonly Uri MachineEndpoint = new("http://169.254.169.254/metadata/identity/oauth2/token");

    internal HttpRequestMessage Create() => options.AppType == BotAppType.UserAssignedMsi ? AsManagedIdentity() : AsClient();

    private HttpRequestMessage AsClient()
    {
        var tenant = options.AppType == BotAppType.SingleTenant ? options.TenantId! : LegacyTenant;
        var address = new Uri($"{options.LoginEndpoint.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token");
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId!,
            ["scope"] = options.Scope,
        };
        if (options.HasCertificate)
        {
            form["client_assertion_type"] = ByJwt;
            form["client_assertion"] = ClientAssertion.Create(options, address.AbsoluteUri, time);
        }
        else
        {
            form["client_secret"] = options.ClientSecret!;
        }

        return new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
    }

    // App Service tells where and with which header; a virtual machine has the well-known address.
    private HttpRequestMessage AsManagedIdentity()
    {
        var offered = Environment.GetEnvironmentVariable("IDENTITY_ENDPOINT");
        var header = Environment.GetEnvironmentVariable("IDENTITY_HEADER");
        var endpoint = options.ManagedIdentityEndpoint ?? (offered is null ? MachineEndpoint : new Uri(offered));
        var resource = options.Scope.EndsWith(DefaultScope, StringComparison.Ordinal) ? options.Scope[..^DefaultScope.Length] : options.Scope;
        var version = header is null ? "2018-02-01" : "2019-08-01";
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(
            $"{endpoint.AbsoluteUri}?api-version={version}&resource={Uri.EscapeDataString(resource)}&client_id={Uri.EscapeDataString(options.AppId!)}"));
        request.Headers.Add(header is null ? "Metadata" : "X-IDENTITY-HEADER", header ?? "true");
        return request;
    }
}
