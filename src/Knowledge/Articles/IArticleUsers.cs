namespace Warmline.Knowledge.Articles;

/// <summary>Port: what of the host shows an article by its key, such as the bot's own answers. None registered: nothing does.</summary>
public interface IArticleUsers
{
    /// <summary>Names for editors to read, in the language of <see cref="System.Globalization.CultureInfo.CurrentUICulture"/>; empty: none.</summary>
    IEnumerable<string> UsersOf(string key);
}
