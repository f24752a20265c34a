using Microsoft.Extensions.DependencyInjection;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Files;

namespace Warmline.Bot.Tests.Stories;

/// <summary>The machine dies when the shop has done it and before anybody knows: after the start it is not done again, and it is told.</summary>
public sealed class WriteCrashStory
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task A_crash_between_the_shop_s_write_and_the_end_of_the_task_does_nothing_twice_and_the_customer_hears_of_it()
    {
        HungShop? hung = null;
        var folder = await ChangeShop.FolderAsync();
        await using var app = WarmlineApplication.OpenOnWith(folder, services => services.AddSingleton<IShop>(
            provider => hung = new HungShop(ActivatorUtilities.CreateInstance<FileShop>(provider))));
        var customer = await app.OpenChatAsync();
        await customer.AskAsync(ChangeSaid.In("en").CancelInOneLine("CH-2001"), Cancel);
        await customer.AskAsync("yes", Cancel);
        await hung!.Done.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        // What a machine without power leaves behind: the files as they are in this moment.
        var left = Copy(folder);
        var later = new ShiftedTime(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(2));
        await using var again = WarmlineApplication.OpenOnWith(left, services => services.AddSingleton<TimeProvider>(later));
        var back = await again.EnterAsync("en", customer.VisitorKey);
        while (!back.Written().Contains("Done:", StringComparison.Ordinal))
        {
            await back.NextTurnAsync(Cancel);
        }

        Assert.DoesNotContain("Done:", customer.Written(), StringComparison.Ordinal);
        var write = Assert.Single(ChangeShop.WritesOf(left));
        Assert.StartsWith(customer.ConversationId, write.Write.Key, StringComparison.Ordinal);
        Assert.Contains(write.Reference, back.Written(), StringComparison.Ordinal);
        Assert.Single(back.Transcript, line => line.Text.Contains("Done:", StringComparison.Ordinal));
    }

    private static DirectoryInfo Copy(DirectoryInfo folder)
    {
        var copy = WarmlineApplication.NewFolder();
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.FullName, Path.GetRelativePath(folder.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            using var from = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var into = File.Create(to);
            from.CopyTo(into);
        }

        return copy;
    }
}
