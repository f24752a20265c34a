using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>
/// Another site, whose one page shows a page of ours in a frame; it really listens on this machine. A page that the browser is only
/// handed has no address of its own, counts as one of the open internet, and may frame nothing on this machine.
/// </summary>
internal sealed class ForeignSite(string host) : IAsyncDisposable
{
    private const string Secret = "a pass";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("warmline-tls-");
    private WebApplication? _site;

    /// <summary>Such as https://teams.example:40123; <see cref="ChromiumBrowser"/> finds all of <c>.example</c> here.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>A certificate for 127.0.0.1, as settings of a <see cref="WarmlineProcess"/>.</summary>
    public IReadOnlyList<string> CertificateSettings =>
        [$"--Kestrel:Certificates:Default:Path={CertificateFile}", $"--Kestrel:Certificates:Default:Password={Secret}"];

    private string CertificateFile => Path.Combine(_folder.FullName, "here.pfx");

    public async Task StartAsync()
    {
        await File.WriteAllBytesAsync(CertificateFile, Certificate());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(CertificateFile, Secret)));
        _site = builder.Build();
        _site.MapGet("/", (string shows) => Results.Text(
            $"<!DOCTYPE html><title>Tab</title><link rel=icon href='data:,'><iframe src='{WebUtility.HtmlEncode(shows)}' width=1240 height=740></iframe>", "text/html"));
        await _site.StartAsync();
        Origin = $"https://{host}:{new Uri(_site.Urls.Single()).Port}";
    }

    public string Showing(string address) => $"{Origin}/?shows={Uri.EscapeDataString(address)}";

    public async ValueTask DisposeAsync()
    {
        await (_site?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Delete(recursive: true);
    }

    private static byte[] Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return certificate.Export(X509ContentType.Pfx, Secret);
    }
}
