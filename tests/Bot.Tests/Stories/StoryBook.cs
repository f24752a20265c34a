using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

/// <summary>Transcripts of the stories, for people to read: set WARMLINE_STORYBOOK to a folder.</summary>
internal static class StoryBook
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("WARMLINE_STORYBOOK");
    private static readonly Lock OneWriter = new();

    public static string Now => TestContext.Current.Test?.TestDisplayName.Split('.', 5)[^1] ?? "";

    public static void Keep(string story, Customer customer)
    {
        if (string.IsNullOrEmpty(Folder))
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        lock (OneWriter)
        {
            File.AppendAllText(Path.Combine(Folder, "stories.txt"), $"== {story}\n{customer.Written()}\n\n");
        }
    }
}
