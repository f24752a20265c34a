using Warmline.Benchmarks.Report;

namespace Warmline.Benchmarks.Understanding;

/// <summary>At which turn would a person have come? <c>replay</c> itself counts, on standard error.</summary>
internal sealed class HandoffTimes(BotCommand bot, EvaluationData data, Chosen chosen, Journal journal)
{
    private const string Airline = "tau_airline_handoff";

    public async Task RunAsync()
    {
        var own = chosen.IsAll ? Judged.Languages.Select(language => (What: $"own, {language}", File: Judged.Conversations(language))) : [];
        var files = own.Concat(chosen.Among(Airline).Where(data.Has).Select(set => (What: set, File: data.FileOf(set)))).Where(f => File.Exists(f.File)).ToList();
        if (files.Count == 0)
        {
            return;
        }

        journal.BeginPlain("Handoff: at which turn", "As `replay` counts; a delay is in customer turns.", "conversations", "figures");
        foreach (var (what, file) in files)
        {
            journal.Row(what, await ReplayAsync(file));
        }
    }

    private async Task<string> ReplayAsync(string file)
    {
        var conversations = File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line));
        return (await bot.RunAsync(conversations, "replay")).Remarks.Split('\n')[^1];
    }
}
