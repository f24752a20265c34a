namespace Warmline.Handoff.Files;

/// <summary>A type of file that is kept, told by content alone.</summary>
internal sealed record FileType(string MediaType, string Family, string[] Endings)
{
    public static readonly FileType Jpeg = new("image/jpeg", "image", [".jpg", ".jpeg"]);
    public static readonly FileType Png = new("image/png", "image", [".png"]);
    public static readonly FileType Gif = new("image/gif", "image", [".gif"]);
    public static readonly FileType WebP = new("image/webp", "image", [".webp"]);
    public static readonly FileType Pdf = new("application/pdf", "pdf", [".pdf"]);
    public static readonly FileType PlainText = new("text/plain", "text", [".txt", ".csv", ".md", ".log"]);
    private static readonly string[] PlainEnough = ["text/plain", "text/csv", "text/markdown"];
    private static readonly string[] Undeclared = ["", "application/octet-stream", "binary/octet-stream"];
    private static readonly string[] PictureEndings = [.. Jpeg.Endings, .. Png.Endings, .. Gif.Endings, .. WebP.Endings];

    public bool IsPicture => Family == "image";

    public static bool IsPictureEnding(string ending) => PictureEndings.Contains(ending, StringComparer.OrdinalIgnoreCase);

    /// <summary>The type by the first bytes; null for everything that is not kept, archives among it. Nothing is unpacked.</summary>
    public static FileType? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8) ? Gif
        : content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8) ? WebP
        : content.StartsWith("%PDF-"u8) ? Pdf
        : PlainWords.Read(content) is not null ? PlainText
        : null;

    /// <summary>
    /// Whether a declared type may stand for this. Cameras and browsers mix up the kinds of pictures, which does no harm, as
    /// pictures are made anew; a page or a program that passes for a picture would.
    /// </summary>
    public bool IsDeclaredAs(string? declared)
    {
        var type = (declared ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return Undeclared.Contains(type) || type == MediaType
            || (Family == "text" && PlainEnough.Contains(type))
            || (IsPicture && type.StartsWith("image/", StringComparison.Ordinal) && type != "image/svg+xml");
    }
}
