namespace Warmline.Bot.Hosting;

/// <summary>What commands there are; and a slip of the pen does not start a server.</summary>
internal static class CommandHelp
{
    private const string Usage = """
        usage: [COMMAND] [--Warmline:Shop:Name "My shop" and other settings]      without a command: serves until it is stopped

        shop import FILE, shop remove-demo                         the orders of a shop that is kept in files
        articles import FILE|FOLDER, articles export FILE|FOLDER   what customers are answered from
        staff reset NAME                                           a new one-time password
        understand, classify, replay, ask                          JSON Lines in, JSON Lines out
        train                                                      learn anew, with the shop's own phrases
        """;

    private static readonly string[] Commands = ["shop", "articles", "staff", "understand", "classify", "replay", "ask", "train"];

    /// <summary>0 when help was asked for, 2 when the command is none of ours; null: go on.</summary>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Any(word => word is "--help" or "-h" or "-?"))
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        if (CommandWords.Of(args) is not [var command, ..] || Commands.Contains(command))
        {
            return null;
        }

        await errors.WriteLineAsync($"There is no command '{command}'.\n\n{Usage}");
        return 2;
    }
}
