using Warmline.Bot.Hosting;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>The command line of the commands here: a word and <c>--name value</c>, in any order.</summary>
internal sealed class CommandOptions(string[] args)
{
    public string? Command => CommandWords.Of(args) is [var first, ..] ? first : null;

    public string? this[string name]
    {
        get
        {
            var at = Array.IndexOf(args, "--" + name);
            return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        }
    }
}
