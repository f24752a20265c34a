using Warmline.Bot.Tests.House;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>What scripted customers of one language say: a few ways for each thing, from <c>Said/</c>.</summary>
internal sealed class Phrases
{
    private static readonly Dictionary<(string, Hand), Phrases> All = Languages.All
        .SelectMany(language => Enum.GetValues<Hand>().Select(hand => (language, hand))).ToDictionary(one => one, one => new Phrases(one.language, one.hand));

    private readonly ILookup<string, string> _said;

    // What another hand has no words for is said in the first's.
    private Phrases(string language, Hand hand)
    {
        var first = Read($"{language}.txt");
        var other = hand == Hand.First ? first : Read($"{language}.{hand.ToString().ToLowerInvariant()}.txt");
        _said = hand == Hand.First ? first : first.Where(ways => !other.Contains(ways.Key)).Concat(other)
            .SelectMany(ways => ways.Select(way => (ways.Key, way))).ToLookup(pair => pair.Key, pair => pair.way);
    }

    public static Phrases In(string language, Hand hand) => All[(language, hand)];

    private static ILookup<string, string> Read(string file) => File.ReadLines(Path.Combine(Repository.Root, "tests/Bot.Tests/Scripted/Said", file))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .ToLookup(pair => pair[0], pair => pair[1]);

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

/// <summary>Who wrote what customers say.</summary>
internal enum Hand
{
    /// <summary>The bot was mended until it understood these.</summary>
    First,

    /// <summary>Written afterwards by somebody who saw nothing, measured, and mended for.</summary>
    Second,

    /// <summary>So was this.</summary>
    Third,

    /// <summary>And this.</summary>
    Fourth,
}

/// <summary>An address as it is said, and what has to arrive in the shop.</summary>
internal sealed record NewAddress(string Whole, string Street, string PostCode, string City);
