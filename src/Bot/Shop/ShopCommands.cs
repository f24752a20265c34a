using Warmline.Bot.Shop.Import;

namespace Warmline.Bot.Shop;

/// <summary>The command line's <c>shop import FILE</c> and <c>shop remove-demo</c>.
/// Exit codes: 0 done, 1 refused and nothing changed, 2 not understood.</summary>
internal static class ShopCommands
{
    private const string Usage = """
        usage: shop import FILE     replace all orders by those of a .json or .csv file
               shop remove-demo     stop showing the built-in demo orders
        """;

    /// <summary>Null when the arguments are not for the shop. <paramref name="contentRoot"/> is where a relative data folder starts.</summary>
    public static async Task<int?> TryRunAsync(
        string[] args, TextWriter output, TextWriter errors, IConfiguration configuration, string contentRoot, CancellationToken cancellationToken)
    {
        if (args is not ["shop", ..])
        {
            return null;
        }

        var options = configuration.GetSection(ShopOptions.Section).Get<ShopOptions>() ?? new ShopOptions();
        return await RunAsync(args, output, errors, new ShopFolder(contentRoot, options.DataFolder), TimeProvider.System, cancellationToken);
    }

    internal static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter errors, ShopFolder folder, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return args switch
            {
                ["shop", "import", { Length: > 0 } file] => await OrderImport.RunAsync(file, folder, time, output, errors, cancellationToken),
                ["shop", "remove-demo"] => await RemoveDemoAsync(folder, output),
                _ => await RefuseAsync(errors, Usage, 2),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(errors, $"Not done: {e.Message}", 1);
        }
    }

    private static async Task<int> RemoveDemoAsync(ShopFolder folder, TextWriter output)
    {
        if (File.Exists(folder.OrdersFile))
        {
            MarkDemoRemoved(folder);
            await output.WriteLineAsync("The demo orders are not shown: this shop has an orders file of its own.");
            return 0;
        }

        OrderWriter.Replace(folder.OrdersFile, []);
        MarkDemoRemoved(folder);
        await output.WriteLineAsync("The demo orders are removed. The shop has no orders until you import some.");
        return 0;
    }

    /// <summary>Written after the orders file: a crash between the two leaves the orders in place and the mark for the next run.</summary>
    /// <exception cref="IOException">Says that the orders are in place all the same.</exception>
    internal static void MarkDemoRemoved(ShopFolder folder)
    {
        try
        {
            File.WriteAllText(folder.DemoRemovedMark, "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"the orders file is in place, but {folder.DemoRemovedMark} is not ({e.Message}). Run the command again.", e);
        }
    }

    private static async Task<int> RefuseAsync(TextWriter errors, string text, int code)
    {
        await errors.WriteLineAsync(text);
        return code;
    }
}
