namespace Warmline.Bot.Hosting;

/// <summary>Where a published Warmline has its pages, its settings and, unless told otherwise, its data: beside itself, from wherever it is started.</summary>
internal static class PublishedFolder
{
    /// <summary>Null when it runs out of the sources: then it is the working folder, as always.</summary>
    public static string? Path { get; } = Directory.Exists(System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
}
