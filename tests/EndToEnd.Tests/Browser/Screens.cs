using System.Globalization;
using Microsoft.Playwright;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>Pictures of the stations of a test, in artifacts/screens, for a person to look at.</summary>
internal sealed class Screens(string folder)
{
    private readonly string _folder = Path.Combine(Repository.Root, "artifacts/screens", folder);
    private int _count;

    public Task TakeAsync(IPage page, string station)
    {
        var number = (++_count).ToString("00", CultureInfo.InvariantCulture);
        return page.ScreenshotAsync(new() { Path = Path.Combine(_folder, $"{number}-{station}.png") });
    }
}
