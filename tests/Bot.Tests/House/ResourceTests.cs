using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Warmline.Bot.Tests.House;

public sealed partial class ResourceTests
{
    private static readonly string[] Languages = ["pl", "ru", "fa"];

    public static TheoryData<string> Tables() => new(Repository.Files(".resx").Where(f => !f.Contains(".pl.") && !f.Contains(".ru.") && !f.Contains(".fa.")));

    [Theory, MemberData(nameof(Tables))]
    public void Every_sentence_exists_in_four_languages_with_the_same_placeholders(string table)
    {
        var english = Read(table);
        Assert.NotEmpty(english);
        foreach (var language in Languages)
        {
            var other = Read(table[..^5] + $".{language}.resx");
            Assert.Equal(english.Keys.Order(), other.Keys.Order());
            Assert.All(other, sentence => Assert.False(string.IsNullOrWhiteSpace(sentence.Value), sentence.Key));
            Assert.All(english, sentence => Assert.Equal(Placeholders(sentence.Value), Placeholders(other[sentence.Key])));
        }
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Parse(Repository.Read(file)).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static SortedSet<string> Placeholders(string sentence) =>
        new(Placeholder().Matches(sentence).Select(m => m.Groups[1].Value), StringComparer.Ordinal);

    // {name} or {name|one|few|many}: the forms differ by language, the name does not.
    [GeneratedRegex(@"\{([\w.]+)[^}]*\}")]
    private static partial Regex Placeholder();
}
