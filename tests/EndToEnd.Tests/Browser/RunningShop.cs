namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>One Warmline for the tests of a class.</summary>
public sealed class RunningShop(ChromiumBrowser browser) : IAsyncLifetime
{
    internal WarmlineProcess Shop { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (browser.IsThere)
        {
            await Shop.StartAsync();
        }
    }

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
