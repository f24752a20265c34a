using SkiaSharp;

namespace Warmline.Handoff.Files;

/// <summary>
/// Makes a picture anew from its pixels, so that nothing else comes along: no place where it was taken, no program behind the
/// pixels. Turned the way the camera was held, no larger than a screen shows; a moving picture keeps its first moment.
/// </summary>
internal static class Pictures
{
    // The largest cameras; four bytes each while it is made anew. Checked before a pixel is unpacked.
    public const long MostPixels = 50_000_000;
    public const int LongestSide = 2560;
    private const int JpegQuality = 85;

    public static (byte[]? Content, FileType Type, FileFault Fault) MakeAnew(byte[] content, FileType type)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
        {
            return (null, type, FileFault.Damaged);
        }

        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            return (null, type, FileFault.TooManyPixels);
        }

        using var pixels = Unpack(codec);
        if (pixels is null)
        {
            return (null, type, FileFault.Damaged);
        }

        using var upright = Upright(pixels, codec.EncodedOrigin);
        var asPhoto = upright.AlphaType == SKAlphaType.Opaque && (type == FileType.Jpeg || type == FileType.WebP);
        using var encoded = asPhoto ? upright.Encode(SKEncodedImageFormat.Jpeg, JpegQuality) : upright.Encode(SKEncodedImageFormat.Png, 100);
        return (encoded.ToArray(), asPhoto ? FileType.Jpeg : FileType.Png, FileFault.None);
    }

    // A camera's picture is unpacked at a half or a quarter where that is enough.
    private static SKBitmap? Unpack(SKCodec codec)
    {
        var longest = Math.Max(codec.Info.Width, codec.Info.Height);
        var size = longest > LongestSide * 2 ? codec.GetScaledDimensions((float)LongestSide / longest) : codec.Info.Size;
        size = Math.Max(size.Width, size.Height) < LongestSide && longest > LongestSide ? codec.Info.Size : size;
        using var sRgb = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(
            size.Width, size.Height, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul, sRgb);
        var pixels = new SKBitmap(info);
        if (codec.GetPixels(info, pixels.GetPixels()) == SKCodecResult.Success)
        {
            return pixels;
        }

        pixels.Dispose();
        return null;
    }

    private static SKImage Upright(SKBitmap pixels, SKEncodedOrigin origin)
    {
        using var image = SKImage.FromBitmap(pixels);
        var turned = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = turned ? (image.Height, image.Width) : (image.Width, image.Height);
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(width, height));
        var info = image.Info.WithSize(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
        using var surface = SKSurface.Create(info);
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale((float)info.Width / width, (float)info.Height / height);
        surface.Canvas.Concat(Turn(origin, width, height));
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
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
