using System.Globalization;

namespace Warmline.Bot.Shop.Import;

/// <summary>Replaces the shop's orders by those of a file, all or nothing. A running bot notices within a second.</summary>
internal static class OrderImport
{
    public const long LargestFile = 200L * 1024 * 1024;

    public static async Task<int> RunAsync(
        string path, ShopFolder folder, TimeProvider time, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var problems = new ImportProblems();
        var book = await ReadAsync(path, problems, time.GetUtcNow().UtcDateTime, cancellationToken);
        if (problems.Count > 0)
        {
            await TellAsync(path, problems, errors);
            return 1;
        }

        var before = Existing(folder.OrdersFile);
        OrderWriter.Replace(folder.OrdersFile, book.Orders.Values);
        ShopCommands.MarkDemoRemoved(folder);
        await output.WriteLineAsync(Summary(book.Orders, before));
        return 0;
    }

    private static async Task<OrderBook> ReadAsync(string path, ImportProblems problems, DateTime now, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        Func<byte[], ImportProblems, DateTime, OrderBook>? read = file.Extension.ToUpperInvariant() switch
        {
            ".JSON" => OrderBook.ReadJson,
            ".CSV" => OrderBook.ReadCsv,
            _ => null,
        };
        if (read is null || !file.Exists || file.Length > LargestFile)
        {
            problems.Add(path, "", read is null ? "neither .json nor .csv" : !file.Exists ? "no such file" : "larger than 200 MB");
            return new OrderBook(new Dictionary<string, Order>());
        }

        var book = read(await File.ReadAllBytesAsync(path, cancellationToken), problems, now);
        if (problems.Count == 0 && book.Orders.Count == 0)
        {
            // An export that failed must not empty the shop.
            problems.Add(path, "", "holds no orders");
        }

        return book;
    }

    private static IReadOnlyDictionary<string, Order> Existing(string path)
    {
        try
        {
            return File.Exists(path) ? OrderBook.ReadStored(File.ReadAllBytes(path)).Orders : new Dictionary<string, Order>();
        }
        catch (InvalidDataException)
        {
            // Only for the summary's counts: a damaged file is about to be replaced by a good one.
            return new Dictionary<string, Order>();
        }
    }

    private static string Summary(IReadOnlyDictionary<string, Order> orders, IReadOnlyDictionary<string, Order> before)
    {
        var replaced = orders.Keys.Count(before.ContainsKey);
        var items = orders.Values.Sum(order => order.Items.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Imported: {orders.Count} orders, {items} items ({orders.Count - replaced} new, {replaced} replaced, {before.Count - replaced} removed).");
    }

    private static async Task TellAsync(string path, ImportProblems problems, TextWriter errors)
    {
        await errors.WriteLineAsync($"{Path.GetFileName(path)} was not imported, nothing was changed:");
        foreach (var line in problems.Lines)
        {
            await errors.WriteLineAsync($"  {line}");
        }

        if (problems.Count > problems.Lines.Count)
        {
            await errors.WriteLineAsync($"  … and {problems.Count - problems.Lines.Count} more");
        }
    }
}
