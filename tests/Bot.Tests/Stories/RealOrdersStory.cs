using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Warmline.Bot.Shop;
using Warmline.Handoff.Customers;
using Warmline.TestSupport;
using Customer = Warmline.TestSupport.Customer;

namespace Warmline.Bot.Tests.Stories;

/// <summary>A thousand orders nobody here wrote: each asked for by its owner, and by somebody else.</summary>
public sealed class RealOrdersStory
{
    private const int AtOnce = 16;

    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["pending"] = "has been received",
        ["processed"] = "is packed",
        ["delivered"] = "is marked as delivered",
        ["cancelled"] = "is cancelled",
    };

    [Fact]
    public async Task Every_owner_gets_status_and_items_and_nobody_else_gets_anything()
    {
        var data = Tau2Shop.Load();
        Assert.SkipWhen(data is null, "The 1,000 orders are not beside the repository (../shared/data/tau2-retail/db.json).");
        await using var app = WarmlineApplication.OpenOn(
            await ImportedAsync(data), ("Warmline:Handoff:ProofAttemptsPerAddress", "100000"));
        var started = Stopwatch.GetTimestamp();

        await ForEachAsync(data.Orders, order => AnswerAsync(app, order, order.Email), Told);
        await ForEachAsync(data.Orders, order => AnswerAsync(app, order, SomebodyElse(data, order)), Refused);

        TestContext.Current.SendDiagnosticMessage($"{data.Orders.Count * 2} visitors in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        var proofs = await app.StoredAsync<ProofRecord>();
        Assert.Equal(Numbers(data.Orders.Select(order => order.Number)), Numbers(proofs.Where(p => p.Succeeded).Select(p => p.Subject)));
        Assert.Equal(
            Numbers(data.Orders.Select(order => order.Number)),
            Numbers(proofs.Where(p => p is { Succeeded: false, Reason: "not the owner" }).Select(p => p.Subject)));
        Assert.Equal(2 * data.Orders.Count, proofs.Count);
    }

    private static string? Told(Tau2Order order, string answer) =>
        answer.Contains(order.Number, StringComparison.Ordinal)
        && answer.Contains(Sentences[order.Status], StringComparison.Ordinal)
        && order.Items.All(item => answer.Contains(item.Name, StringComparison.Ordinal) && answer.Contains(item.Options, StringComparison.Ordinal))
            ? null
            : $"{order.Number} ({order.Status}): {answer}";

    private static string? Refused(Tau2Order order, string answer) =>
        answer == WarmlineApplication.Label("Order.NotFound", "en") ? null : $"{order.Number}: {answer}";

    private static async Task ForEachAsync(
        IReadOnlyList<Tau2Order> orders, Func<Tau2Order, Task<string>> ask, Func<Tau2Order, string, string?> wrong)
    {
        var problems = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var side = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = WarmlineApplication.Cancel };
        await Parallel.ForEachAsync(orders, side, async (order, _) =>
        {
            if (wrong(order, await ask(order)) is { } problem)
            {
                problems.Enqueue(problem);
            }
        });
        Assert.Empty(problems);
    }

    private static async Task<string> AnswerAsync(WarmlineApplication app, Tau2Order order, string email)
    {
        await using var customer = await Customer.OpenAsync(app.Http, "en", null, WarmlineApplication.Cancel);
        await customer.NextTurnAsync(WarmlineApplication.Cancel);
        return await customer.AskAsync($"Where is my order {order.Number}? My e-mail is {email}", WarmlineApplication.Cancel);
    }

    private static string SomebodyElse(Tau2Shop data, Tau2Order order) => data.Orders.First(other => other.Email != order.Email).Email;

    private static IEnumerable<string> Numbers(IEnumerable<string> numbers) => numbers.Select(number => number.TrimStart('#')).Order(StringComparer.Ordinal);

    private static async Task<DirectoryInfo> ImportedAsync(Tau2Shop data)
    {
        var folder = WarmlineApplication.NewFolder();
        var file = Path.Combine(folder.FullName, "orders.json");
        data.WriteImportFile(file);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Warmline:DataFolder", folder.FullName)]).Build();
        using var said = new StringWriter();
        Assert.Equal(0, await ShopCommands.TryRunAsync(["shop", "import", file], said, said, settings, folder.FullName, WarmlineApplication.Cancel));
        return folder;
    }
}
