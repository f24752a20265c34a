namespace Warmline.Bot.Hosting;

/// <summary>
/// <c>dotnet run</c> puts the program into its project's folder; a file on a command line is meant from where its writer stands.
/// </summary>
internal static class CallersFolder
{
    public static void EnterForCommand(string[] args)
    {
        if (CommandWords.Of(args).Length > 0 && File.Exists("Bot.csproj") && Environment.GetEnvironmentVariable("PWD") is { } caller && Directory.Exists(caller))
        {
            Environment.CurrentDirectory = caller;
        }
    }
}
