namespace Warmline.Knowledge.Articles.Pictures;

/// <summary>A picture of an article, under the SHA-256 of its bytes (hex, small letters). Never changed: another picture is another hash.</summary>
internal sealed class ArticlePicture(string hash, string mediaType, byte[] bytes)
{
    public const int HashLength = 64;
    public const int MaxMediaType = 20;
    public const int MaxName = 200;

    public string Hash { get; private set; } = hash;

    /// <summary><c>image/png</c> or <c>image/jpeg</c>: every picture is made anew.</summary>
    public string MediaType { get; private set; } = mediaType;

    public byte[] Bytes { get; private set; } = bytes;

    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Of the file it came from, for lists.</summary>
    public string Name { get; init; } = "";

    public string ByName { get; init; } = "";

    public DateTime AddedAt { get; init; }
}
