using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Warmline.Bot.Limits;

/// <summary>What a connection may take of the server before it is let go.</summary>
internal static class SlowClients
{
    public static void Bound(KestrelServerOptions kestrel, LimitsOptions options)
    {
        var limits = kestrel.Limits;
        kestrel.AddServerHeader = false;

        // Sockets live in upgraded connections: they may take all places but a tenth, so that the desk and the probes still get in.
        limits.MaxConcurrentConnections = options.Connections;
        limits.MaxConcurrentUpgradedConnections = options.Connections - (options.Connections / 10);

        // A person on a bad line needs seconds for a few hundred bytes of headers; a slow-loris would like to have for ever.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);

        // 240 bytes a second after five seconds: less than any phone, more than who only wants to hold a place.
        limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));

        // A token is about 500 bytes, a staff cookie up to 4 KB.
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestBodySize = options.BodyBytes;
    }
}
