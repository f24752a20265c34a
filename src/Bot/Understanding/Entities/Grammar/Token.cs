namespace Warmline.Bot.Understanding;

/// <summary>A word, a numeral or a sign of a line. <paramref name="Id"/> is its word in the <see cref="WordNumbers"/>, 0 when no grammar knows it.</summary>
/// <param name="Start">Where it begins in the customer's text.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Id">Number of the word.</param>
/// <param name="Digits">How many digits a numeral has; 0 for words and signs.</param>
/// <param name="Value">The numeral's value; long ones are no quantity and have -1.</param>
internal readonly record struct Token(int Start, int End, int Id, int Digits, long Value)
{
    public bool IsNumeral => Digits > 0;
}
