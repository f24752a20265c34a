using System.Globalization;

namespace Warmline.Bot.Pages.Chat;

/// <summary>The shop chooses one colour; what is written on it, and in it on white, stays readable (WCAG AA, 4.5 : 1).</summary>
internal static class ShopColors
{
    private const string White = "#ffffff";
    private const string Ink = "#1d2129";

    /// <summary>White or ink, whichever reads better on the colour.</summary>
    public static string On(string color) => Contrast(color, White) >= Contrast(color, Ink) ? White : Ink;

    /// <summary>The colour itself, darkened until it can be read on white.</summary>
    public static string ReadableOnWhite(string color)
    {
        var parts = Channels(color);
        while (Contrast(Hex(parts), White) < 4.5)
        {
            parts = [.. parts.Select(part => part * 0.95)];
        }

        return Hex(parts);
    }

    public static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double[] Channels(string color) =>
        [.. new[] { 1, 3, 5 }.Select(at => (double)int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private static string Hex(double[] parts) => "#" + string.Concat(parts.Select(part => ((int)part).ToString("x2", CultureInfo.InvariantCulture)));

    private static double Luminance(string color)
    {
        var linear = Channels(color).Select(part => part / 255)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
