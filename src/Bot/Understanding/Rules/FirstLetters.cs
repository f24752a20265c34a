namespace Warmline.Bot.Understanding;

/// <summary>A set of first letters. Some letters share a place: it may say yes where it is no, never no where it is yes.</summary>
internal readonly record struct FirstLetters(ulong Places)
{
    public static FirstLetters Of(IEnumerable<string> words) => words.Aggregate(default(FirstLetters), (letters, word) => letters.With(word));

    public FirstLetters With(string word) => new(Places | (1UL << word[0]));

    public bool Meets(FirstLetters other) => (Places & other.Places) != 0;
}
