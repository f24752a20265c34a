using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Warmline.Handoff.Tests.Files;

/// <summary>Pictures for tests, honest ones and others.</summary>
internal static class FilePictures
{
    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Draw(SKEncodedImageFormat format, int width = 40, int height = 20)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.Red);
        using var blue = new SKPaint { Color = SKColors.Blue };
        surface.Canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        using var image = surface.Snapshot();
        using var encoded = image.Encode(format, 90);
        return encoded.ToArray();
    }

    /// <summary>A photo held upright, with a place in it: EXIF orientation 6 and a GPS latitude.</summary>
    public static byte[] PhotoWithPlace()
    {
        var photo = Draw(SKEncodedImageFormat.Jpeg);
        var exif = Exif();
        byte[] segment = [0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif];
        return [.. photo[..2], .. segment, .. photo[2..]];
    }

    /// <summary>A PNG of a few hundred bytes that says it has so many pixels.</summary>
    public static byte[] Bomb(int width, int height)
    {
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(new byte[64 * 1024]);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] Zip()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("bomb.txt", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[1024 * 1024]);
        }

        return file.ToArray();
    }

    public static (int Width, int Height, SKColor TopLeft, SKColor BottomRight) Look(byte[] content)
    {
        using var picture = SKBitmap.Decode(content);
        return (picture.Width, picture.Height, picture.GetPixel(1, 1), picture.GetPixel(picture.Width - 2, picture.Height - 2));
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var named = (byte[])[.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(named));
        return [.. length, .. named, .. check];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }

    // TIFF, big-endian: one directory with the orientation and a pointer to another with a latitude reference.
    private static byte[] Exif() =>
    [
        .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 2,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
        0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0,
        0, 1, 0, 1, 0, 2, 0, 0, 0, 10, 0, 0, 0, 56, 0, 0, 0, 0, .. "GPS-PLACE\0"u8,
    ];
}
