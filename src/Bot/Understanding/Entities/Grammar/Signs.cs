namespace Warmline.Bot.Understanding;

/// <summary>The one vocabulary, and the signs in it that code asks for.</summary>
internal static class Signs
{
    public static readonly Vocabulary Vocabulary = new();
    public static readonly int Point = Vocabulary.Add(".");
    public static readonly int Comma = Vocabulary.Add(",");
    public static readonly int Dash = Vocabulary.Add("-");
    public static readonly int Slash = Vocabulary.Add("/");
    public static readonly int Hash = Vocabulary.Add("#");
    public static readonly int Plus = Vocabulary.Add("+");
    public static readonly int Open = Vocabulary.Add("(");
    public static readonly int Close = Vocabulary.Add(")");
}
