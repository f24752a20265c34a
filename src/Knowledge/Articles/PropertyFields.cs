using System.Globalization;

namespace Warmline.Knowledge.Articles;

/// <summary>
/// An article's properties as named texts: <c>audience</c> (<c>all</c>, <c>signed-in</c>), <c>valid-from</c> and <c>valid-until</c>
/// (UTC, <c>2026-12-01T08:00:00Z</c> or a date alone), <c>requires-review</c> (<c>yes</c>, <c>no</c>), <c>source-language</c>.
/// </summary>
internal static class PropertyFields
{
    private const string Audience = "audience";
    private const string ValidFrom = "valid-from";
    private const string ValidUntil = "valid-until";
    private const string RequiresReview = "requires-review";
    private const string SourceLanguage = "source-language";
    private const string Everyone = "all";
    private const string SignedIn = "signed-in";
    private const string Yes = "yes";
    private const string No = "no";

    public static readonly IReadOnlyList<string> All = [Audience, ValidFrom, ValidUntil, RequiresReview, SourceLanguage];

    // As ContentProblem names them.
    private static readonly Dictionary<string, string> Names = new()
    {
        [Audience] = nameof(ArticleProperties.Audience),
        [ValidFrom] = nameof(ArticleProperties.ValidFrom),
        [ValidUntil] = nameof(ArticleProperties.ValidUntil),
        [RequiresReview] = nameof(ArticleProperties.RequiresReview),
    };

    public static IEnumerable<(string Name, string Value)> Of(ArticleProperties properties) =>
    [
        (Audience, properties.Audience == ArticleAudience.Everyone ? Everyone : SignedIn),
        (ValidFrom, Written(properties.ValidFrom)),
        (ValidUntil, Written(properties.ValidUntil)),
        (RequiresReview, properties.RequiresReview ? Yes : No),
        (SourceLanguage, properties.SourceLanguage),
    ];

    public static GivenProperties Read(IReadOnlyDictionary<string, string> fields, Findings found) => new()
    {
        Audience = One(fields, Audience, found, (Everyone, ArticleAudience.Everyone), (SignedIn, ArticleAudience.SignedIn)),
        ValidFrom = Time(fields, ValidFrom, found),
        ValidUntil = Time(fields, ValidUntil, found),
        RequiresReview = One(fields, RequiresReview, found, (Yes, true), (No, false)),
        SourceLanguage = Given(fields, SourceLanguage),
    };

    private static string Written(DateTime? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string? Given(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.GetValueOrDefault(name, "").Trim() is { Length: > 0 } value ? value : null;

    private static T? One<T>(IReadOnlyDictionary<string, string> fields, string name, Findings found, params (string Word, T Value)[] known)
        where T : struct
    {
        if (Given(fields, name) is not { } value)
        {
            return null;
        }

        var at = Array.FindIndex(known, one => one.Word.Equals(value, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            found.Add(ContentFault.Value, Names[name], value);
        }

        return at < 0 ? null : known[at].Value;
    }

    private static DateTime? Time(IReadOnlyDictionary<string, string> fields, string name, Findings found)
    {
        if (Given(fields, name) is not { } value)
        {
            return null;
        }

        if (DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return time;
        }

        found.Add(ContentFault.Value, Names[name], value);
        return null;
    }
}
