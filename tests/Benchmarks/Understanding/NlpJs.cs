using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Understanding;

/// <summary>The peer, measured by the script that comes with the sets: same rows, same split.</summary>
internal sealed class NlpJs(Workshop workshop, EvaluationData data, Options options)
{
    /// <summary>Null when it can be measured, else why it is left out.</summary>
    public async Task<string?> PrepareAsync()
    {
        if (!options.HasPeers)
        {
            return "not asked for";
        }

        try
        {
            await workshop.FetchNlpJsAsync();
            return File.Exists(data.Peer) ? null : "its script is not in the data";
        }
        catch (InvalidOperationException failed)
        {
            Console.Error.WriteLine(failed.Message);
            return "could not be fetched";
        }
    }

    /// <summary>Null when it failed on the set.</summary>
    public async Task<EngineFigures?> MeasureAsync(string set)
    {
        try
        {
            // The package is looked for from this folder.
            var said = await Workshop.RunAsync("env", workshop.NlpJs, $"NLPJS={workshop.NlpJs}", "node", data.Peer, set);
            return JsonLines.Of<EngineFigures>(said.Split('\n')[^1]);
        }
        catch (InvalidOperationException failed)
        {
            Console.Error.WriteLine(failed.Message);
            return null;
        }
    }
}
