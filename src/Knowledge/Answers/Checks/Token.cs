using System.Text.RegularExpressions;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>What a token of a text is.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Date,
    Time,
    Code,
    Dash,
}

/// <summary>A piece of a text that can be, or explain, a figure. Words are in the form in which they are compared.</summary>
internal readonly partial record struct Token(TokenKind Kind, string Text)
{
    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<Token> AllOf(string text) => [.. Piece().Matches(text).Select(Of)];

    private static Token Of(Match match) => match switch
    {
        { Groups: var g } when g["date"].Success => new(TokenKind.Date, match.Value),
        { Groups: var g } when g["time"].Success => new(TokenKind.Time, match.Value),
        { Groups: var g } when g["code"].Success => new(TokenKind.Code, match.Value),
        { Groups: var g } when g["number"].Success => new(TokenKind.Number, match.Value),
        { Groups: var g } when g["dash"].Success => new(TokenKind.Dash, match.Value),
        _ => new(TokenKind.Word, FigureWords.Form(match.Value)),
    };

    // A telephone number is a number with blanks; a code is letters and figures grown together, except "14days" and "5kg".
    [GeneratedRegex(
        @"(?<date>(?<![\d.])(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?![\d]))|(?<time>(?<!\d)\d{1,2}:\d{2}(?!\d))"
        + @"|(?<code>(?<![\p{L}\d])\p{L}{1,12}(?:[-_/#]?\d)[\d_-]*(?:\p{L}{0,3}\d*)*|\d+(?:\p{L}+\d+)+)"
        + @"|(?<number>\+\d[\d ()-]{6,18}\d(?!\d)|\+?\d{1,3}(?:[ ,.'’]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\+?\d{2,4}(?:[ -]\d{2,4}){2,4}(?!\d)|\+?\d+(?:[.,]\d+)*)"
        + @"|(?<word>\p{L}[\p{L}\p{M}'’]*|[%€$£₽])|(?<dash>[-–—])",
        RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Piece();
}
