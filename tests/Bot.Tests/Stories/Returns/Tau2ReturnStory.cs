using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Shop;
using Warmline.Handoff.Tasks;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories.Returns;

/// <summary>Another shop's orders under its own rules: only what was delivered comes back, once, to the way it was paid or a gift card.</summary>
public sealed class Tau2ReturnStory
{
    private const int EveryNth = 5;
    private const int AtOnce = 8;

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task Every_fifth_owner_hears_what_the_rules_say_and_a_return_happens_once()
    {
        var data = Tau2Shop.Load();
        Assert.SkipWhen(data is null, "The 1,000 orders are not beside the repository (../shared/data/tau2-retail/db.json).");
        await using var app = WarmlineApplication.OpenOn(await ImportedAsync(data), ("Warmline:Handoff:ProofAttemptsPerAddress", "100000"));
        var problems = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var orders = data.Orders.Where((_, at) => at % EveryNth == 0).ToList();

        await Parallel.ForEachAsync(orders, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel }, async (order, _) =>
        {
            if (await MayAsync(app, order) is { } problem)
            {
                problems.Enqueue(problem);
            }
        });

        Assert.Empty(problems);
        await ReturnOnceAsync(app, data.Orders.First(order => order is { Status: "delivered", Payment: "credit_card", Items.Count: > 1 }));
    }

    private static async Task<string?> MayAsync(WarmlineApplication app, Tau2Order order)
    {
        await using var customer = await Customer.OpenAsync(app.Http, "en", null, Cancel);
        await customer.NextTurnAsync(Cancel);
        var answer = await customer.AskAsync($"Can I return order {order.Number}? My e-mail is {order.Email}", Cancel);
        var expected = order.Status switch
        {
            "delivered" => "yes, this can come back",
            "cancelled" => "the order is cancelled",
            "pending" => "You can simply cancel the order",
            _ => "still on its way",
        };
        return answer.Contains(expected, StringComparison.Ordinal) ? null : $"{order.Number} ({order.Status}): {answer}";
    }

    private static async Task ReturnOnceAsync(WarmlineApplication app, Tau2Order order)
    {
        var customer = await app.OpenChatAsync();
        var refund = await customer.AskAsync($"I want to return everything from order {order.Number}, I changed my mind, {order.Email}", Cancel);
        var summary = await customer.AskAsync("gift card", Cancel);
        await customer.AskAsync("yes", Cancel);
        while (await app.Services.GetRequiredService<TaskWorker>().RunOnceAsync(Cancel))
        {
        }

        await customer.NextTurnAsync(Cancel);
        var again = await customer.AskAsync($"I want to exchange something from order {order.Number}", Cancel);

        var found = Assert.IsType<OrderLookup.Found>(await app.Services.GetRequiredService<IShop>().FindOrderAsync(order.Number, OrderProof.Of(order.Email), Cancel));
        var request = Assert.Single(found.Order.Requests);
        Assert.Equal(order.Items.Count, request.Items.Count);
        Assert.Equal(Replies.Say("Return.AskRefund", "en"), refund);
        Assert.Contains("gift card", summary, StringComparison.Ordinal);
        Assert.Contains(request.Reference, again, StringComparison.Ordinal);
    }

    private static async Task<DirectoryInfo> ImportedAsync(Tau2Shop data)
    {
        var folder = WarmlineApplication.NewFolder();
        var file = Path.Combine(folder.FullName, "orders.json");
        data.WriteImportFile(file);
        var shop = Directory.CreateDirectory(Path.Combine(folder.FullName, "shop")).FullName;
        data.WriteProductsFile(Path.Combine(shop, "products.json"));
        File.Copy(Path.Combine(House.Repository.Root, "tests/Bot.Tests/Shop/Tau2/returns.json"), Path.Combine(shop, "returns.json"));
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Warmline:DataFolder", folder.FullName)]).Build();
        using var said = new StringWriter();
        Assert.Equal(0, await ShopCommands.TryRunAsync(["shop", "import", file], said, said, settings, folder.FullName, Cancel));
        return folder;
    }
}
