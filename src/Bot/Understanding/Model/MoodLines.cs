using Warmline.Bot.Understanding.Learning;
using Warmline.Bot.Understanding.Training;

namespace Warmline.Bot.Understanding.Model;

/// <summary>What moods are learned from: the lines of frustrated and of calm customers, and some of what is asked of a shop, which most ask calmly.</summary>
internal static class MoodLines
{
    private const string Frustrated = "frustrated";
    private const string Calm = "calm";

    // With all of them a line would have to be very loud to be heard at all.
    private const int EveryAsked = 5;

    // "Where is my damned parcel" asks for an order too, and is not calm.
    private const int Upset = -2;

    // Said in any mood, but with no mood in the words: "no" alone is no anger.
    private static readonly Intent[] Moodless = [Intent.Yes, Intent.No, Intent.Back];

    private static readonly Intent[] Asked =
    [
        Intent.OrderStatus, Intent.Delivery, Intent.Payment, Intent.ReturnPolicy, Intent.CancelOrChangeOrder, Intent.ProductQuestion,
        Intent.GeneralQuestion, Intent.Callback, Intent.Inform, Intent.Greeting, Intent.Thanks, Intent.Other,
    ];

    /// <summary>Whether the phrase is there for its mood alone.</summary>
    public static bool Is(TrainingPhrase phrase) => phrase.Label is Frustrated or Calm;

    public static IEnumerable<TrainingLine> Of(IEnumerable<(TrainingPhrase Phrase, Line Line)> read)
    {
        var asked = 0;
        foreach (var (phrase, line) in read)
        {
            if (Is(phrase) || Is(phrase, Moodless) || (Is(phrase, Asked) && IsMild(line) && ++asked % EveryAsked == 0))
            {
                yield return new TrainingLine(line, phrase.Label == Frustrated ? Frustrated : Calm, phrase.Hand);
            }
        }
    }

    private static bool Is(TrainingPhrase phrase, Intent[] intents) => IntentNames.Find(phrase.Label) is { } intent && intents.Contains(intent);

    private static bool IsMild(Line line) =>
        !Lexicon.Find(line).Any(word => word.Strength <= Upset) && Shouting.In(line).Strength == 0;
}
