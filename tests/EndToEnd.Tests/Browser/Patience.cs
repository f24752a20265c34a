using Microsoft.Playwright;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>How long a page may take on a busy machine before a test calls it broken.</summary>
internal static class Patience
{
    public const float Milliseconds = 45_000;

    public static ILocatorAssertions Expect(ILocator locator)
    {
        Assertions.SetDefaultExpectTimeout(Milliseconds);
        return Assertions.Expect(locator);
    }
}
