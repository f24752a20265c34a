using Microsoft.Playwright;
using Warmline.EndToEnd.Tests.Clients;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>Looks pages over as axe-core does: for what keeps somebody who sees or moves otherwise from using them. What it finds is kept.</summary>
internal sealed class Axe(string script)
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .filter(found => ['serious', 'critical'].includes(found.impact))
          .flatMap(found => found.nodes.slice(0, 5).map(node => `${found.impact} ${found.id}: ${node.html.slice(0, 300)} (${node.failureSummary})`))
        """;

    private readonly List<string> _complaints = [];

    public static async Task<Axe> FetchAsync() =>
        new(await File.ReadAllTextAsync(Path.Combine(await NodePackages.FolderAsync(), "axe-core/axe.min.js")));

    public Task LookAsync(IPage page, string station) => LookAsync(page.MainFrame, station);

    public async Task LookAsync(IFrame frame, string station)
    {
        await frame.EvaluateAsync(script);
        _complaints.AddRange((await frame.EvaluateAsync<string[]>(Run)).Select(found => $"{station}: {found}"));
    }

    public void HasNoComplaints() => Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));
}
