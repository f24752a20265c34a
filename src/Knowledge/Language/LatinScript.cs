using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.Language;

/// <summary>English, Polish (with or without its diacritics) or Russian in Latin letters. Trigrams are learned from our own starter articles.</summary>
internal static class LatinScript
{
    private const double FunctionWordWeight = 3;
    private const double PolishLetterWeight = 4;
    private const double TrigramWeight = 0.35;
    private const double LeastConfidence = 0.75;

    private static readonly Dictionary<string, HashSet<string>> FunctionWords = new()
    {
        ["en"] = Set("""
            a an the is are was were be been am i me my you your we our it its this that these those he she they them and or but if of
            to in on at for with from by about as can could would should will do does did not don't have has had what when where who why
            how which there here please thanks thank hello hi hey yes want need get got any some so just cant dont im ive ill isnt
            """),
        ["pl"] = Set("""
            i w z na do od po za nie jest sa byc mam masz ma moj moja moje moje mnie mi sie czy co kto gdzie kiedy jak dlaczego ile
            ktory ktora to ten ta te tego tej tym o u dla przez przy bez juz jeszcze tylko bardzo prosze dziekuje dzieki czesc dzien
            dobry dobra hej witam tak ale albo lub zeby chce chcialbym chcialabym moge mozna moze prosba bo gdy jesli jego jej ich pan
            pani mozecie macie jestem bylo byl byla sie ze
            """),
        ["ru"] = Set("""
            ya ty vy my on ona oni eto chto kto gde kogda kak pochemu skolko moy moya moi moe mne menya u v na s iz ot do po za ne net
            da ili no est byl byla bylo mozhno mogu hochu nado nuzhno nuzhen spasibo privet zdravstvuyte pozhaluysta dobryy den uzhe
            eshche tolko ochen vash vasha vas vam kakoy kakaya zakaz esli chtoby dlya zdravstvujte pozhalujsta mozhet
            """),
    };

    private static readonly Lazy<Dictionary<string, TrigramProfile>> Profiles = new(LearnProfiles);

    public static LanguageGuess Identify(string line, bool hasPolishLetters)
    {
        var words = TextNormalizer.Words(line).Where(word => word.All(char.IsAsciiLetter)).ToArray();
        if (words.Length < 2 && !hasPolishLetters && !words.Any(IsSpeaking))
        {
            return default;
        }

        var scores = FunctionWords.Keys.ToDictionary(language => language, language => Score(language, words));
        scores["pl"] += hasPolishLetters ? PolishLetterWeight : 0;
        var (best, confidence) = SoftMax(scores);
        return confidence >= LeastConfidence ? new(best, confidence) : new(null, confidence);
    }

    // One word tells the language only if it is a word of talk, and of one language: "dlaczego", "please", not "i" or "Samsung".
    private static bool IsSpeaking(string word) =>
        word.Length >= 4 && FunctionWords.Values.Count(words => words.Contains(word)) == 1;

    private static double Score(string language, string[] words)
    {
        var profile = Profiles.Value[language];
        var spoken = words.Count(FunctionWords[language].Contains);
        return (FunctionWordWeight * spoken / Math.Sqrt(words.Length)) + (TrigramWeight * words.Sum(profile.LogLikelihood));
    }

    private static (string Language, double Confidence) SoftMax(Dictionary<string, double> scores)
    {
        var best = scores.MaxBy(score => score.Value);
        return (best.Key, 1 / scores.Values.Sum(score => Math.Exp(score - best.Value)));
    }

    private static Dictionary<string, TrigramProfile> LearnProfiles()
    {
        var texts = StarterSet.Read().Select(row => row.Text).ToLookup(text => text.Language);
        return FunctionWords.Keys.ToDictionary(
            language => language,
            language => new TrigramProfile(texts[language].SelectMany(Words).Concat(FunctionWords[language])));

        IEnumerable<string> Words(ArticleText text) =>
            text.Content.Variants.Append(text.Title).Append(text.Answer).SelectMany(TextNormalizer.Words)
                .Select(word => text.Language == "ru" ? RussianInLatin.ToLatin(word) : word);
    }

    private static HashSet<string> Set(string words) =>
        [.. words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace("'", "", StringComparison.Ordinal))];
}
