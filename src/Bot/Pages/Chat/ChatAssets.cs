using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Warmline.Bot.Pages.Chat;

/// <summary>The page's files, embedded in the assembly so that they are there however the product is started.</summary>
internal sealed class ChatAssets
{
    private const string Folder = "chat/";
    private readonly Dictionary<string, byte[]> _files;

    public ChatAssets()
    {
        _files = Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..], Read, StringComparer.Ordinal);
        Version = VersionOf(_files);
    }

    /// <summary>Changes with any file: part of their address, so browsers may keep them for ever.</summary>
    public string Version { get; }

    public static string WebChatVersion { get; } = Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "WebChatVersion").Value!;

    private static Assembly Assembly => typeof(ChatAssets).Assembly;

    public string Text(string name) => Encoding.UTF8.GetString(_files[name]);

    public byte[]? Find(string name) => _files.GetValueOrDefault(name);

    public IResult Serve(string version, string name, HttpContext context)
    {
        // Pages are filled in by their endpoints; only scripts and styles are served as they are.
        if (ContentType(name) is not { } type || !_files.TryGetValue(name, out var content))
        {
            return Results.NotFound();
        }

        KeepFor(context, forever: version == Version);
        return Results.Bytes(content, type);
    }

    /// <summary>Web Chat's bundle, compressed at build time: 0.7 MB on the wire, 3.9 MB unpacked.</summary>
    public static IResult ServeWebChat(string version, HttpContext context)
    {
        const string Type = "text/javascript; charset=utf-8";
        KeepFor(context, forever: version == WebChatVersion);
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = context.Request.Headers.AcceptEncoding;
        if (Accepts(accepted, "br"))
        {
            context.Response.Headers.ContentEncoding = "br";
            return Results.Stream(Open("webchat/webchat.js.br"), Type);
        }

        if (Accepts(accepted, "gzip"))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return Results.Stream(Open("webchat/webchat.js.gz"), Type);
        }

        return Results.Stream(new GZipStream(Open("webchat/webchat.js.gz"), CompressionMode.Decompress), Type);
    }

    public static IResult ServeWebChatLicense() => Results.Stream(Open("webchat/webchat.js.LICENSE.txt"), "text/plain; charset=utf-8");

    private static bool Accepts(StringValues header, string coding) =>
        StringWithQualityHeaderValue.TryParseList(header, out var codings)
        && codings.Any(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);

    private static void KeepFor(HttpContext context, bool forever) =>
        context.Response.Headers.CacheControl = forever ? "public, max-age=31536000, immutable" : "no-cache";

    private static string? ContentType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => null,
    };

    private static string VersionOf(Dictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static byte[] Read(string name)
    {
        using var stream = Open(name);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static Stream Open(string name) =>
        Assembly.GetManifestResourceStream(name)
        ?? throw new FileNotFoundException($"{name} is not embedded in {Assembly.GetName().Name}.");
}
