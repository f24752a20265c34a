using Warmline.Bot.Shop;
using Warmline.Bot.Understanding.Learning;
using Warmline.Bot.Understanding.Training;

namespace Warmline.Bot.Understanding.Model;

/// <summary>What was learned from the phrases: what lines are about, how their writers feel, in which language they are.</summary>
internal sealed class UnderstandingModel
{
    private const string Resource = "understanding.model";

    // Measured on lines of writers held back: more cost fits the phrases and not what others write.
    private const double IntentCost = 0.3;
    private const double MoodCost = 0.15;
    private const double LanguageCost = 0.3;

    // Large, and the same for all who ask.
    private static readonly Lazy<UnderstandingModel> Shipped = new(ReadShipped);

    private UnderstandingModel(string fingerprint, IReadOnlyList<TextClassifier> classifiers)
    {
        Fingerprint = fingerprint;
        (Intents, Mood, Language) = (classifiers[0], classifiers[1].With(MoodFeatures.Read), classifiers[2]);
    }

    public string Fingerprint { get; }

    public TextClassifier Intents { get; }

    /// <summary>What was said of the intents' phrases when their writers were held back; only right after training.</summary>
    public IReadOnlyList<JudgedLine> Judged { get; private init; } = [];

    public TextClassifier Mood { get; }

    public TextClassifier Language { get; }

    /// <summary>The model that is shipped.</summary>
    public static UnderstandingModel BuiltIn() => Shipped.Value;

    private static UnderstandingModel ReadShipped()
    {
        using var stream = typeof(UnderstandingModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The program was built without a model of understanding; build/train.sh makes one.");
        return Read(stream);
    }

    /// <summary>The shop's own, if it trained one with its phrases; else the one that is shipped.</summary>
    /// <exception cref="InvalidDataException">The shop's file is damaged, or of another version.</exception>
    public static UnderstandingModel OfShop(ShopFolder folder)
    {
        if (!File.Exists(folder.ModelFile))
        {
            return BuiltIn();
        }

        using var stream = File.OpenRead(folder.ModelFile);
        return Read(stream);
    }

    /// <exception cref="InvalidDataException">The file is none of ours, or of another version.</exception>
    public static UnderstandingModel Read(Stream stream)
    {
        var (fingerprint, classifiers) = ModelFile.Read(stream);
        return classifiers.Count == 3
            ? new UnderstandingModel(fingerprint, classifiers)
            : throw new InvalidDataException("The model is not one of understanding: train it anew.");
    }

    /// <summary>The same phrases give the same model.</summary>
    public static UnderstandingModel Train(IReadOnlyList<TrainingPhrase> phrases, string fingerprint)
    {
        var read = phrases.Select(phrase => (Phrase: phrase, Line: Spelling.Plain(WordReader.Read(phrase.Text), phrase.Language))).ToList();
        var intents = read.Where(entry => !MoodLines.Is(entry.Phrase)).Select(entry => new TrainingLine(entry.Line, entry.Phrase.Label, entry.Phrase.Hand));
        var languages = phrases.Select(phrase => new TrainingLine(WordReader.Read(phrase.Text), phrase.Language, phrase.Hand));
        var (classifier, judged) = new ClassifierTrainer(IntentCost, leastLines: 2).Train([.. intents]);
        return new UnderstandingModel(fingerprint,
        [
            classifier,
            new ClassifierTrainer(MoodCost, leastLines: 2, MoodFeatures.Read).Train([.. MoodLines.Of(read)]).Classifier,
            new ClassifierTrainer(LanguageCost, leastLines: 4).Train([.. languages]).Classifier,
        ])
        {
            Judged = judged,
        };
    }

    public void Write(Stream stream) => ModelFile.Write(stream, Fingerprint, Intents, Mood, Language);
}
