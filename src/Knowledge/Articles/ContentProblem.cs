using System.Globalization;
using System.Resources;

namespace Warmline.Knowledge.Articles;

/// <summary>What content cannot be stored, shown or published with.</summary>
internal enum ContentFault
{
    Missing,
    TooLong,
    TooMany,

    /// <summary>The same key, language, question or label twice.</summary>
    Twice,

    /// <summary>Control characters, or a line end where there is only one line.</summary>
    Characters,

    /// <summary>A link to something other than a page, a mail address, a telephone or an article.</summary>
    Link,

    /// <summary>A link to an article that is not there; the detail is its key.</summary>
    NoArticle,

    /// <summary>A picture from elsewhere: whoever shows the article would tell that place about its readers.</summary>
    Picture,

    /// <summary>A value of the shop (<c>{returns.windowDays}</c>) that it does not have: the article would not be shown.</summary>
    Placeholder,

    /// <summary>Marks of Markdown nested deeper than can be shown.</summary>
    Nested,

    /// <summary>HTML, which no channel shows.</summary>
    Html,

    /// <summary>Neither or both of a task and a link, or a task the bot does not have.</summary>
    Button,

    /// <summary>A key, language, tag, date or other value that is not understood.</summary>
    Value,

    /// <summary>A file that is not UTF-8; the detail is what it may be.</summary>
    Encoding,

    /// <summary>A file that is not in a form we read.</summary>
    Form,

    /// <summary>Columns of a table, or names in JSON, that are unknown, missing or there twice; the detail is which.</summary>
    Names,

    /// <summary>A row with more or fewer cells than the first; the detail is both numbers.</summary>
    Cells,

    /// <summary>A quotation mark that is not closed, or stands alone inside a cell.</summary>
    Quote,

    /// <summary>JSON that is not a list.</summary>
    List,

    /// <summary>JSON that is broken, or another kind of value than belongs there; the detail is where.</summary>
    Json,
}

/// <summary>A fault, the field it is in, and what was found or allowed there (a number, an address).</summary>
internal sealed record ContentProblem(ContentFault Fault, string Field, string Detail)
{
    private static readonly ResourceManager Words = new("Warmline.Knowledge.Articles.ContentProblems", typeof(ContentProblem).Assembly);

    /// <summary>In the language of <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public string Sentence => Words.GetString(Fault.ToString(), CultureInfo.CurrentUICulture)!
        .Replace("{field}", Words.GetString($"Field{Field}", CultureInfo.CurrentUICulture) ?? Field, StringComparison.Ordinal)
        .Replace("{detail}", Detail, StringComparison.Ordinal);
}
