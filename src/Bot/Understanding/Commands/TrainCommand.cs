using System.Diagnostics;
using Warmline.Bot.Shop;
using Warmline.Bot.Understanding.Model;
using Warmline.Bot.Understanding.Training;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>
/// <c>train [--phrases FOLDER] [--out FILE]</c>: learns from the built-in phrases and the shop's own (by default those in the
/// data folder), and writes the model that the next start uses.
/// </summary>
internal static class TrainCommand
{
    public static async Task<int> RunAsync(CommandOptions options, ShopFolder folder, TextWriter output, CancellationToken cancellationToken)
    {
        var own = options["phrases"] ?? folder.PhrasesFolder;
        List<TrainingPhrase> phrases = [.. TrainingPhrases.BuiltIn(), .. Directory.Exists(own) ? TrainingPhrases.In(own) : []];
        var unknown = phrases.Select(phrase => phrase.Label).Distinct().Where(label => !TrainingPhrases.IsLabel(label)).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidDataException($"There is no intent called {string.Join(", ", unknown)}; a file of phrases is named by its intent.");
        }

        var watch = Stopwatch.StartNew();
        var model = UnderstandingModel.Train(phrases, TrainingPhrases.Fingerprint());
        var file = options["out"] ?? folder.ModelFile;
        await WriteAsync(model, file, cancellationToken);
        await output.WriteLineAsync($"Learned from {phrases.Count} phrases in {watch.Elapsed.TotalSeconds:F0} s; {file}, {new FileInfo(file).Length / 1024} KB.");
        await output.WriteLineAsync(ConfusionReport.Of(model.Intents, model.Judged));
        return 0;
    }

    private static async Task WriteAsync(UnderstandingModel model, string file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using (var stream = File.Create(file + ".new"))
        {
            model.Write(stream);
            await stream.FlushAsync(cancellationToken);
        }

        File.Move(file + ".new", file, overwrite: true);
    }
}
