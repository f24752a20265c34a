namespace Warmline.Bot.Understanding;

/// <summary>The one numbering of words, and the signs in it that code asks for.</summary>
internal static class Signs
{
    public static readonly WordNumbers Words = new();
    public static readonly int Point = Words.Add(".");
    public static readonly int Comma = Words.Add(",");
    public static readonly int Dash = Words.Add("-");
    public static readonly int Hash = Words.Add("#");
    public static readonly int Open = Words.Add("(");
    public static readonly int Close = Words.Add(")");
}
