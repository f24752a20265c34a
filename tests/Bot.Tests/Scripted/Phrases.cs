using Warmline.Bot.Tests.House;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>What scripted customers of one language say: a few ways for each thing, from <c>Said/</c>.</summary>
internal sealed class Phrases
{
    private static readonly Dictionary<string, Phrases> ByLanguage = Languages.All.ToDictionary(language => language, language => new Phrases(language));
    private readonly ILookup<string, string> _said;

    private Phrases(string language) => _said = File.ReadLines(Path.Combine(Repository.Root, $"tests/Bot.Tests/Scripted/Said/{language}.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .ToLookup(pair => pair[0], pair => pair[1]);

    public static Phrases In(string language) => ByLanguage[language];

    /// <summary>One of the ways to say it, with the values in it.</summary>
    public string Say(string key, int way, params (string Name, string? Value)[] values) =>
        values.Aggregate(Way(key, way), (text, value) => text.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal));

    public NewAddress Address(int way) => Way("Address", way).Split('|', StringSplitOptions.TrimEntries) is [var whole, var street, var code, var city]
        ? new NewAddress(whole, street, code, city)
        : throw new InvalidOperationException("An address is: whole | street | code | city.");

    private string Way(string key, int way)
    {
        var ways = _said[key].ToList();
        return ways.Count > 0 ? ways[way % ways.Count] : throw new ArgumentException($"Nobody says \"{key}\".", nameof(key));
    }
}

/// <summary>An address as it is said, and what has to arrive in the shop.</summary>
internal sealed record NewAddress(string Whole, string Street, string PostCode, string City);
