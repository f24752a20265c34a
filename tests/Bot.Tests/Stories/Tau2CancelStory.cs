using Microsoft.Extensions.Configuration;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

/// <summary>Cancelling in a shop whose rules and orders nobody here wrote: pending orders only, for one of two reasons.</summary>
public sealed class Tau2CancelStory
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task Pending_orders_are_cancelled_for_the_two_reasons_of_the_policy_and_others_not_at_all()
    {
        var data = Tau2Shop.Load();
        Assert.SkipWhen(data is null, "The 1,000 orders are not beside the repository (../shared/data/tau2-retail/db.json).");
        var folder = await ImportedAsync(data);
        await using var app = WarmlineApplication.OpenOn(folder, ("Warmline:Handoff:ProofAttemptsPerAddress", "100000"));
        var pending = data.Orders.Where(order => order.Status == "pending").Take(8).ToList();
        (string Words, CancelCause? Accepted)[] reasons =
        [
            ("I no longer need it", CancelCause.NoLongerNeeded), ("I ordered it by mistake", CancelCause.OrderedByMistake),
            ("I found it cheaper elsewhere", null), ("Another reason", null),
        ];

        foreach (var (order, at) in pending.Select((order, at) => (order, at)))
        {
            var (words, accepted) = reasons[at % reasons.Length];
            await CancelAsync(app, folder, order, words, accepted);
        }

        foreach (var other in data.Orders.Where(order => order.Status != "pending").DistinctBy(order => order.Status))
        {
            var customer = await app.OpenChatAsync();
            var told = await customer.AskAsync(ChangeSaid.In("en").CancelInOneLine(other.Number, other.Email), Cancel);
            Assert.DoesNotContain("reason", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Shall I cancel", told, StringComparison.Ordinal);
        }

        Assert.Equal(4, ChangeShop.WritesOf(folder).Count());
    }

    private static async Task CancelAsync(WarmlineApplication app, DirectoryInfo folder, Tau2Order order, string words, CancelCause? accepted)
    {
        var customer = await app.OpenChatAsync();
        var asked = await customer.AskAsync(ChangeSaid.In("en").CancelInOneLine(order.Number, order.Email), Cancel);
        var answer = await customer.AskAsync(words, Cancel);
        Assert.Contains("reason", asked, StringComparison.Ordinal);
        if (accepted is null)
        {
            Assert.Contains("doesn't accept this reason", answer, StringComparison.Ordinal);
            return;
        }

        Assert.Contains(order.Payment == "gift_card" ? "at once" : "7 working days", answer, StringComparison.Ordinal);
        await customer.AskAsync("yes", Cancel);
        Assert.Contains(order.Number, await ChangeShop.HearEndAsync(app, customer), StringComparison.Ordinal);
        var write = ChangeShop.WritesOf(folder).Single(entry => entry.Write.OrderNumber == order.Number);
        Assert.Equal(accepted, Assert.IsType<CancelOrder>(write.Write).Cause);
    }

    private static async Task<DirectoryInfo> ImportedAsync(Tau2Shop data)
    {
        var folder = WarmlineApplication.NewFolder();
        var file = Path.Combine(folder.FullName, "orders.json");
        data.WriteImportFile(file);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Warmline:DataFolder", folder.FullName)]).Build();
        using var said = new StringWriter();
        Assert.Equal(0, await ShopCommands.TryRunAsync(["shop", "import", file], said, said, settings, folder.FullName, Cancel));
        File.Copy(Path.Combine(House.Repository.Root, "tests/Bot.Tests/Shop/Tau2/returns.json"), Path.Combine(folder.FullName, "shop/returns.json"));
        return folder;
    }
}
