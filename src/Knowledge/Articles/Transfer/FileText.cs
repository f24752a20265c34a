using System.Text;

namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>The text of a file that somebody brings: UTF-8, or UTF-16 with its mark. Anything else is named and refused, never guessed.</summary>
internal static class FileText
{
    public const int MaxBytes = 50 * 1024 * 1024;
    private const byte FirstHigh = 0x80;
    private const byte FirstCyrillic = 0xC0;

    public static (string? Text, ContentFault Fault, string Detail) Read(byte[] content)
    {
        if (content.Length > MaxBytes)
        {
            return (null, ContentFault.TooLong, $"{MaxBytes}");
        }

        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return (null, ContentFault.Form, "zip");
        }

        try
        {
            var text = Encoding(content) is var encoding ? encoding.GetString(content).TrimStart('\uFEFF') : "";
            return text.Contains('\0', StringComparison.Ordinal) ? (null, ContentFault.Encoding, "UTF-16?") : (text, default, "");
        }
        catch (DecoderFallbackException)
        {
            return (null, ContentFault.Encoding, Guess(content));
        }
    }

    private static Encoding Encoding(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
        : content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
        : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Russian has its letters above 0xC0, and nearly all of them; Polish has a few there and below, Persian under Windows has many below.
    private static string Guess(byte[] content)
    {
        var high = content.Count(letter => letter >= FirstHigh);
        var latin = content.Count(letter => char.IsAsciiLetter((char)letter));
        return high < latin ? "Windows-1250?" : content.Count(letter => letter >= FirstCyrillic) > high * 9 / 10 ? "Windows-1251?" : "?";
    }
}
