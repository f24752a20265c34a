namespace Warmline.Bot.Hosting;

internal static class CommandWords
{
    /// <summary>The command without the settings around it: <c>staff reset admin --Warmline:DataFolder /data</c> is <c>staff reset admin</c>.</summary>
    public static string[] Of(string[] args)
    {
        var words = new List<string>();
        for (var at = 0; at < args.Length; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[at]);
            }
            else if (!args[at].Contains('='))
            {
                at++; // the setting's value
            }
        }

        return [.. words];
    }
}
