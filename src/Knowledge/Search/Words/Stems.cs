using System.Collections.Frozen;

namespace Warmline.Knowledge.Search.Words;

/// <summary>
/// Takes the usual endings of a language off a normalised word: light, because character n-grams catch what is cut wrongly or
/// not at all.
/// </summary>
internal static class Stems
{
    private const int Shortest = 3;
    private const int Longest = 6;

    // By language and last letter, the longest first: most words are asked for a handful of endings instead of a hundred.
    private static readonly FrozenDictionary<(string Language, char Last), string[]> EndingsBy = new Dictionary<string, string[]>()
    {
        ["en"] = List("ations ation ments ment ings ing edly ied ies ed es s ly able ness ers er e y"),
        ["pl"] = List("""
            ajacych ajacym ajaca ajace ajacy owania owanie owaniu owac owal owala uje ujesz ujemy ujecie uja eniem eniach eniami enia enie eniu
            aniem aniach aniami ania anie aniu iego emu iemu ego ymi imi ych ich iej ami iami ach iach owie ow om iom em iem ej
            alismy alysmy iliscie ilismy alem alam ilem ilam ala alo ali aly ila ilo ili ily acie amy asz aja ac ic yc iec iesz imy icie isz al il
            ie ia iu io a e i y o u c
            """),
        ["ru"] = List("""
            иями ями ами ого его ому ему ыми ими ость ости остью ение ения ению ением ании ание ания анию ться ешься аться яться иться
            ется ится ются утся атся ятся ается лся лась лось лись ешь ете ите ишь ать ять ить еть уть ают яют ает яет ует уют али ала ало ила или ило ел ал ил
            ая яя ую юю ые ие ый ий ое ее ой ей ом ем ым им ых их ам ям ах ях ов ев ью ья ию ия ии ет ут ют ат ят ит ем им у ю а я о е ы и ь й л
            """),
        ["fa"] = List("هایی هایم هایتان هایش های ها ترین تر مان تان شان یم ید ند ات ان ای م ت ش ی"),
    }.SelectMany(same => same.Value.GroupBy(ending => (same.Key, ending[^1]))).ToFrozenDictionary(same => same.Key, same => same.ToArray());

    public static string Of(string word, string language)
    {
        var root = language == "fa" ? WithoutVerbPrefix(word) : word;
        if (root.Length > Shortest && EndingsBy.TryGetValue((language, root[^1]), out var endings)
            && Array.Find(endings, ending => root.Length - ending.Length >= Shortest && root.EndsWith(ending, StringComparison.Ordinal)) is { } found)
        {
            root = root[..^found.Length];
        }

        return root.Length > Longest ? root[..Longest] : root;
    }

    private static string[] List(string endings) =>
        [.. endings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().OrderByDescending(ending => ending.Length)];

    // "میخواهم" is often typed without its half-space.
    private static string WithoutVerbPrefix(string word) =>
        word.Length > 5 && word.StartsWith("نمی", StringComparison.Ordinal) ? word[3..] :
        word.Length > 4 && word.StartsWith("می", StringComparison.Ordinal) ? word[2..] : word;
}
