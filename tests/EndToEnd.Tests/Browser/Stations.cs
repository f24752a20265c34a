using Microsoft.Playwright;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>Where a story stops to be looked at: by a person in pictures, and by axe.</summary>
internal sealed class Stations(string story, Axe axe)
{
    private readonly Screens _screens = new(story);

    public async Task StopAsync(IPage page, string name)
    {
        await _screens.TakeAsync(page, name);
        await axe.LookAsync(page, name);
    }
}
