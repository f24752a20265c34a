using System.Globalization;
using Microsoft.Playwright;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>What customers asked, as an editor reads it.</summary>
internal sealed class AskedPages(IPage page, string address)
{
    private const int Tries = 60;

    public ILocator Topics => page.Locator("table.topics tbody tr");

    public ILocator Questions => page.Locator("table.questions tbody tr");

    public ILocator Reports => page.Locator("table.reports tbody tr");

    /// <summary>Looks again and again: the questions come some seconds after the turn, and the page does not grow by itself.</summary>
    public async Task ShowTopicsAsync(int questions)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            await page.GotoAsync($"{address}/knowledge/asked");
            await Expect(page.Locator("[data-topics]")).ToBeVisibleAsync();
            var counts = await page.Locator("table.topics tbody td:nth-of-type(2)").AllInnerTextsAsync();
            if (counts.Sum(count => CharUnicodeInfo.GetDecimalDigitValue(count[0])) >= questions)
            {
                return;
            }
        }

        Assert.Fail($"After {Tries} looks there are no {questions} questions.");
    }

    public async Task OpenAsync(ILocator topic)
    {
        await topic.Locator("th > a").ClickAsync();
        await Expect(Questions.First).ToBeVisibleAsync();
    }

    /// <summary>The first topic is sent away, looked for among those sent away, and brought back.</summary>
    public async Task DismissAndBringBackAsync(Stations station)
    {
        var id = (await Topics.First.GetAttributeAsync("data-topic"))!;
        var topic = page.Locator($"[data-topic='{id}']");
        await topic.Locator("[data-dismiss=away]").ClickAsync();
        await Expect(topic).ToHaveCountAsync(0);
        await page.Locator("[name=dismissed]").CheckAsync();
        await Expect(topic.Locator("[data-dismissed=away]")).ToContainTextAsync("Admin");
        await station.StopAsync(page, "dismissed");
        await topic.Locator("[data-dismiss=back]").ClickAsync();
        await Expect(topic).ToHaveCountAsync(0);
        await page.Locator("[name=dismissed]").UncheckAsync();
        await Expect(topic.Locator("[data-dismiss=away]")).ToBeVisibleAsync();
    }

    public async Task ShowReportsAsync()
    {
        await page.GotoAsync($"{address}/knowledge/asked/reports");
        await Expect(page.Locator("[data-reports]")).ToBeVisibleAsync();
    }

    public async Task ShowOverviewAsync()
    {
        await page.GotoAsync($"{address}/knowledge/overview");
        await Expect(page.Locator("table[data-days]")).ToBeVisibleAsync();
    }
}
