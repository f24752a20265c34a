namespace Warmline.Bot.Understanding.Commands;

/// <summary>The command line of the commands here: a word, then <c>--name value</c> in any order.</summary>
internal sealed class CommandOptions(string[] args)
{
    public string? Command => args is [var first, ..] && !first.StartsWith('-') ? first : null;

    public string? this[string name]
    {
        get
        {
            var at = Array.IndexOf(args, "--" + name);
            return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        }
    }
}
