using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotFramework.Connector;
using BotFramework.Hosting;
using BotFramework.Schema;
using BotFramework.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Warmline.TestSupport.Channels;

namespace BotFramework.Tests.Authentication;

/// <summary>The bot's own tokens, against a login of our own.</summary>
public sealed class AccessTokenTests
{
    [Fact]
    public async Task A_secret_gets_a_token_that_is_used_until_five_minutes_before_its_end()
    {
        await using var host = await BotHost.StartAsync();

        await SendAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(54));
        await SendAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(host);

        Assert.Equal(["Bearer bot-token-1", "Bearer bot-token-1", "Bearer bot-token-2"], host.Channel.Connector.Calls.Select(call => call.Authorization));
        var request = host.Channel.TokenRequests.First();
        var form = QueryHelpers.ParseQuery(request.Body);
        Assert.Equal(("POST", "/botframework.com/oauth2/v2.0/token"), (request.Method, request.Path));
        Assert.Equal(
            ("client_credentials", FakeChannel.AppId, "the-bots-secret", "https://api.botframework.com/.default"),
            ((string?)form["grant_type"], (string?)form["client_id"], (string?)form["client_secret"], (string?)form["scope"]));
    }

    [Fact]
    public async Task A_single_tenant_asks_its_own_directory()
    {
        await using var host = await BotHost.StartAsync(configure: options => (options.AppType, options.TenantId) = (BotAppType.SingleTenant, "my-tenant"));

        await SendAsync(host);

        Assert.Equal("/my-tenant/oauth2/v2.0/token", host.Channel.TokenRequests.Single().Path);
    }

    [Fact]
    public async Task Many_who_wait_ask_once()
    {
        await using var host = await BotHost.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(host)));

        Assert.Single(host.Channel.TokenRequests);
        Assert.Equal(20, host.Channel.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_login_that_hiccups_is_asked_again()
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.InsteadOfToken = http => AnswerOnceAsync(host, http, 503, "");

        var sending = SendAsync(host);
        host.Time.Advance(await host.Time.PauseAsync());
        await sending;

        Assert.Equal(2, host.Channel.TokenRequests.Count);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client","error_description":"AADSTS7000215: the-bots-secret"}""")]
    [InlineData(200, "{}")]
    [InlineData(200, "not json")]
    [InlineData(200, """{"access_token":7}""")]
    [InlineData(400, "not json")]
    [InlineData(302, "")]
    public async Task A_refused_login_is_told_once_and_not_remembered(int status, string body)
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.InsteadOfToken = http => AnswerOnceAsync(host, http, status, body);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(host));
        await SendAsync(host);

        Assert.Equal((ConnectorOutcome.NothingWritten, "NoAccessToken"), (failure.Outcome, failure.ErrorCode));
        Assert.DoesNotContain("the-bots-secret", host.Notes.All + failure, StringComparison.Ordinal);
        Assert.Equal(2, host.Channel.TokenRequests.Count);
    }

    [Fact]
    public async Task The_old_token_serves_while_a_new_one_cannot_be_had()
    {
        await using var host = await BotHost.StartAsync();
        await SendAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(56));
        host.Channel.InsteadOfToken = http => AnswerOnceAsync(host, http, 401, """{"error":"temporarily_unavailable"}""");

        await SendAsync(host);
        await SendAsync(host);
        host.Time.Advance(TimeSpan.FromSeconds(31));
        await SendAsync(host);

        Assert.Equal(
            ["Bearer bot-token-1", "Bearer bot-token-1", "Bearer bot-token-1", "Bearer bot-token-3"],
            host.Channel.Connector.Calls.Select(call => call.Authorization));
    }

    [Theory]
    [InlineData("p12")]
    [InlineData("pem")]
    public async Task A_certificate_proves_who_the_bot_is(string kind)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(Directory.CreateTempSubdirectory("warmline-cert-").FullName, $"bot.{kind}");
        await File.WriteAllBytesAsync(file, kind == "p12"
            ? certificate.Export(X509ContentType.Pkcs12, "secret")
            : System.Text.Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{rsa.ExportPkcs8PrivateKeyPem()}"), BotHost.Cancellation);
        await using var host = await BotHost.StartAsync(configure: options =>
            (options.ClientSecret, options.CertificateFile, options.CertificatePassword) = (null, file, "secret"));

        await SendAsync(host);

        var form = QueryHelpers.ParseQuery(host.Channel.TokenRequests.Single().Body);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", (string?)form["client_assertion_type"]);
        Assert.False(form.ContainsKey("client_secret"));
        var assertion = new JsonWebToken((string?)form["client_assertion"]);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            ValidIssuer = FakeChannel.AppId,
            ValidAudience = $"{host.Channel.Address}/botframework.com/oauth2/v2.0/token",
            IssuerSigningKey = new X509SecurityKey(certificate),
            LifetimeValidator = (from, until, _, _) => from == host.Time.GetUtcNow().UtcDateTime && until > from,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(FakeChannel.AppId, assertion.Subject);
        Assert.Equal(Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)), assertion.GetHeaderValue<string>("x5t#S256"));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task A_managed_identity_needs_no_secret()
    {
        FakeChannel? channel = null;
        await using var host = await BotHost.StartAsync(configure: options =>
        {
            (options.AppType, options.ClientSecret) = (BotAppType.UserAssignedMsi, null);
            options.ManagedIdentityEndpoint = new Uri(options.LoginEndpoint, "/metadata/identity/oauth2/token");
        });
        channel = host.Channel;

        await SendAsync(host);

        var request = channel.TokenRequests.Single();
        Assert.Equal("GET", request.Method);
        Assert.Equal(
            $"/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fapi.botframework.com&client_id={FakeChannel.AppId}", request.Path);
        Assert.Equal("true", request.Headers["Metadata"]);
        Assert.Equal("Bearer bot-token-1", channel.Connector.Calls.Single().Authorization);
    }

    private static Task<ResourceResponse> SendAsync(BotHost host) =>
        host.Connector.SendToConversationAsync(host.Channel.ServiceUrl, "c", MessageFactory.Text("x"), BotHost.Cancellation);

    private static Task AnswerOnceAsync(BotHost host, HttpContext http, int status, string body)
    {
        host.Channel.InsteadOfToken = null;
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(body);
    }
}
