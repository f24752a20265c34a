using System.Globalization;
using Warmline.Benchmarks.Report;
using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Understanding;

/// <summary>How well customers are understood: the engine beside a peer, and the product. It measures; nothing passes or fails.</summary>
internal sealed class Evaluation(Options options, Workshop workshop, Journal journal)
{
    private readonly EvaluationData _data = new(Path.GetFullPath(options.Data, Workshop.Root));
    private readonly BotCommand _bot = new(workshop, options);
    private readonly Chosen _chosen = new(options);
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public async Task<int> RunAsync(string[] arguments)
    {
        await workshop.PrepareBotAsync();
        await HeadAsync(arguments);
        await PublicSetsAsync();
        if (_chosen.IsAll)
        {
            await new OwnPhrases(_bot, journal).RunAsync();
        }

        await new HandoffTimes(_bot, _data, _chosen, journal).RunAsync();
        workshop.CleanUp();
        await WriteAsync();
        return 0;
    }

    private async Task HeadAsync(string[] arguments) => journal.Say($"""
        # Understanding, measured on {_now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC

        - {ProcFiles.Model()}, {Environment.ProcessorCount} processors; .NET {Environment.Version}
        - commit {await Workshop.RunAsync("git", Workshop.Root, "describe", "--always", "--dirty")}
        - `dotnet run --project tests/Benchmarks -c Release -- {string.Join(' ', arguments)}`
        """);

    private async Task PublicSetsAsync()
    {
        if (!_data.IsThere)
        {
            journal.Say("- the public sets are not there (`--data`): only our own phrases and conversations are measured");
            return;
        }

        foreach (var missing in options.Sets.Where(set => !_data.Has(set)))
        {
            journal.Say($"- there is no set {missing}");
        }

        await new EngineSets(new OurEngine(_bot, workshop, _data), new NlpJs(workshop, _data, options), _data, _chosen, journal).RunAsync();
        await new ProductSets(_bot, _data, _chosen, journal).RunAsync();
        await new Moods(_bot, _data, _chosen, journal).RunAsync();
    }

    private async Task WriteAsync()
    {
        var file = options.Out
            ?? Path.Combine(Workshop.Root, $"tests/Benchmarks/results/understanding-{_now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, journal.ToString());
        Console.WriteLine($"\nWritten to {file}");
    }
}
