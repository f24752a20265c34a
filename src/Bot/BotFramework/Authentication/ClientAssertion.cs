using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotFramework.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BotFramework.Authentication;

/// <summary>Proves with a certificate who the bot is. The file is read each time, so a renewed one needs no restart.</summary>
internal static class ClientAssertion
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    internal static string Create(BotFrameworkOptions options, string audience, TimeProvider time)
    {
        using var certificate = Load(options);
        using var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The certificate has no RSA private key.");
        var now = time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.AppId,
            Audience = audience,
            Claims = new Dictionary<string, object> { ["sub"] = options.AppId!, ["jti"] = Guid.NewGuid().ToString() },
            NotBefore = now,
            IssuedAt = now,
            Expires = now + Lasts,
            AdditionalHeaderClaims = new Dictionary<string, object>
            {
                ["x5t#S256"] = Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256)),
            },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key), SecurityAlgorithms.RsaSha256)
            {
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            },
        });
    }

    private static X509Certificate2 Load(BotFrameworkOptions options) => options.CertificateFile is { } file
        ? file.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(file)
            : X509CertificateLoader.LoadPkcs12FromFile(file, options.CertificatePassword)
        : new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine }
            .Select(location => Find(location, options.CertificateThumbprint!)).FirstOrDefault(found => found is not null)
            ?? throw new CryptographicException("There is no certificate with this thumbprint.");

    private static X509Certificate2? Find(StoreLocation location, string thumbprint)
    {
        using var store = new X509Store(StoreName.My, location);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault();
    }
}
