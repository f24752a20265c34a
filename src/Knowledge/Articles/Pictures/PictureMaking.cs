using SkiaSharp;

namespace Warmline.Knowledge.Articles.Pictures;

/// <summary>A picture made anew, or the fault.</summary>
internal readonly record struct MadePicture(byte[]? Content, string MediaType, int Width, int Height, PictureFault Fault);

/// <summary>
/// Makes a picture anew from its pixels, so that nothing hidden comes along; upright as the camera was held, no larger than a
/// reader needs. A moving picture keeps its first moment.
/// </summary>
internal static class PictureMaking
{
    // Four bytes each while it is made anew. Checked before a pixel is unpacked.
    public const long MostPixels = 50_000_000;
    public const int LongestSide = 1600;
    private const int JpegQuality = 85;
    private static readonly SKEncodedImageFormat[] Taken =
        [SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp, SKEncodedImageFormat.Gif];

    public static MadePicture MakeAnew(byte[] content)
    {
        if (!IsPicture(content))
        {
            return new(null, "", 0, 0, PictureFault.NoPicture);
        }

        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || !Taken.Contains(codec.EncodedFormat) || codec.Info.Width < 1 || codec.Info.Height < 1)
        {
            return new(null, "", 0, 0, PictureFault.Damaged);
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            return new(null, "", 0, 0, PictureFault.TooManyPixels);
        }

        using var sRgb = SKColorSpace.CreateSrgb();
        var opaque = codec.Info.AlphaType == SKAlphaType.Opaque;
        using var pixels = new SKBitmap(new SKImageInfo(
            codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, sRgb));
        return codec.GetPixels(pixels.Info, pixels.GetPixels()) == SKCodecResult.Success
            ? Encode(pixels, codec.EncodedOrigin, opaque && codec.EncodedFormat is SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp)
            : new(null, "", 0, 0, PictureFault.Damaged);
    }

    // By the first bytes; what comes after must still be unpacked as one.
    private static bool IsPicture(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        || content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8)
        || (content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8));

    private static MadePicture Encode(SKBitmap pixels, SKEncodedOrigin origin, bool asPhoto)
    {
        using var image = SKImage.FromBitmap(pixels);
        var (width, height) = origin >= SKEncodedOrigin.LeftTop ? (image.Height, image.Width) : (image.Width, image.Height);
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(width, height));
        using var surface = SKSurface.Create(image.Info.WithSize(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale))));
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale(scale, scale);
        surface.Canvas.Concat(Turn(origin, width, height));
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var upright = surface.Snapshot();
        using var encoded = asPhoto ? upright.Encode(SKEncodedImageFormat.Jpeg, JpegQuality) : upright.Encode(SKEncodedImageFormat.Png, 100);
        return new(encoded.ToArray(), asPhoto ? "image/jpeg" : "image/png", upright.Width, upright.Height, PictureFault.None);
    }

    // What a camera writes beside the pixels about how it was held; width and height of the upright picture.
    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.TopLeft or _ => SKMatrix.Identity,
    };
}
