using System.Text;

namespace Warmline.Handoff.Files;

/// <summary>Plain text: words in UTF-8, or in UTF-16 that says so. No control characters but those of lines and tabs.</summary>
internal static class PlainWords
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>The words, or null when this is something else.</summary>
    public static string? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            var words = content switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => Utf8.GetString(rest),
                [0xFF, 0xFE, .. var rest] => Utf16.GetString(rest),
                [0xFE, 0xFF, .. var rest] => Utf16BigEndian.GetString(rest),
                _ => Utf8.GetString(content),
            };
            return words.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t' or '\f')) ? null : words;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static byte[] Write(string words) => Utf8.GetBytes(words);
}
