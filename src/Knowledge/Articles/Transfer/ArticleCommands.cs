using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>The command line's <c>articles import</c> and <c>articles export</c>. Exit codes: 0 done, 1 something was refused, 2 not understood.</summary>
public static class ArticleCommands
{
    private const string DryRun = "--dry-run";
    private const string PublishMark = "--publish";
    private const string Drafts = "--drafts";
    private const string Usage = """
        usage: articles import FILE|FOLDER [--dry-run] [--publish]   bring in a .csv or .json file, a .md file or a folder of them, as drafts or published
               articles export FILE|FOLDER [--drafts]                write what is published (or the drafts) to a .csv or .json file or a folder of .md files
        """;

    /// <summary>Null when the arguments are not for articles. <paramref name="args"/> may hold settings of the host too. The tables are brought up to date first.</summary>
    public static async Task<int?> TryRunAsync(
        string[] args, IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (WithoutSettings(args) is not ["articles", .. var words])
        {
            return null;
        }

        try
        {
            return words switch
            {
                _ when SwallowsSetting(args) => await RefuseAsync(errors, "Settings of the host (--Warmline:…) come before the command.", 2),
                ["import", { Length: > 0 } path, .. var marks] when !marks.Except([DryRun, PublishMark]).Any() =>
                    await ImportAsync(path, marks.Contains(PublishMark), marks.Contains(DryRun), services, output, cancellationToken),
                ["export", { Length: > 0 } path, .. var marks] when !marks.Except([Drafts]).Any() =>
                    await ExportAsync(path, marks.Contains(Drafts), services, output, errors, cancellationToken),
                _ => await RefuseAsync(errors, Usage, 2),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(errors, $"Not done: {e.Message}", 1);
        }
    }

    private static async Task<int> ImportAsync(
        string path, bool publish, bool dryRun, IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var source = await ArticleSource.ReadAsync(path, cancellationToken);
        await services.MigrateKnowledgeAsync(cancellationToken);
        var report = await services.GetRequiredService<ArticleImport>().RunAsync(Editor.Warmline, source, publish, dryRun, cancellationToken);
        foreach (var line in report.Lines.Where(line => line.Outcome != ImportOutcome.Unchanged || line.PropertiesChanged))
        {
            var what = line.Outcome == ImportOutcome.Refused ? string.Join(' ', line.Problems.Select(problem => problem.Sentence)) : line.Key + " " + line.Language;
            await output.WriteLineAsync($"{line.Place}: {line.Outcome.ToString().ToLowerInvariant()}: {OneLine.Of(what)}");
        }

        await output.WriteLineAsync(
            $"{(dryRun ? "Dry run, nothing changed. " : "")}Published {report.Count(ImportOutcome.Published)}, in review {report.Count(ImportOutcome.InReview)}, "
            + $"drafts {report.Count(ImportOutcome.Drafted)}, unchanged {report.Count(ImportOutcome.Unchanged)}, refused {report.Count(ImportOutcome.Refused)}.");
        return report.Count(ImportOutcome.Refused) > 0 ? 1 : 0;
    }

    private static async Task<int> ExportAsync(
        string path, bool drafts, IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        await services.MigrateKnowledgeAsync(cancellationToken);
        if (!await services.GetRequiredService<ArticleExport>().SaveAsync(path, drafts, cancellationToken))
        {
            return await RefuseAsync(errors, Usage, 2);
        }

        await output.WriteLineAsync($"Written to {path}.");
        return 0;
    }

    // --Warmline:DataFolder /data and --Warmline:DataFolder=/data are the host's; before the command whatever begins so is.
    private static string[] WithoutSettings(string[] args)
    {
        var words = new List<string>();
        for (var at = 0; at < args.Length; at++)
        {
            if (!(words.Count == 0 ? args[at].StartsWith("--", StringComparison.Ordinal) : IsSetting(args[at])))
            {
                words.Add(args[at]);
            }
            else if (!args[at].Contains('=', StringComparison.Ordinal))
            {
                at++;
            }
        }

        return [.. words];
    }

    private static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.AsSpan().IndexOfAny(':', '=') > 0;

    // The host takes the word behind --publish for its value: a setting there would be lost, and the articles go into another database.
    private static bool SwallowsSetting(string[] args) =>
        args.Zip(args.Skip(1)).Any(pair => pair.First is DryRun or PublishMark or Drafts && IsSetting(pair.Second));

    private static async Task<int> RefuseAsync(TextWriter errors, string text, int code)
    {
        await errors.WriteLineAsync(text);
        return code;
    }
}
