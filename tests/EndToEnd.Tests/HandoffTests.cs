using Warmline.EndToEnd.Tests.Browser;

namespace Warmline.EndToEnd.Tests;

/// <summary>The main job in two real browsers against the real process: the bot answers, a person takes over, the bot takes over again.</summary>
[Collection("browser")]
public sealed class HandoffTests(ChromiumBrowser browser)
{
    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    [InlineData("fa")]
    public async Task A_customer_and_an_agent_talk_twice_through_reload_closed_tab_and_restart(string language)
    {
        browser.Require();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var stage = await Stage.SetAsync(browser, shop, Script.In(language));
        try
        {
            await stage.CustomerTalksToTheBotAsync();
            await stage.CustomerAsksForAPersonAsync();
            await stage.AgentSeesEverythingAndAcceptsAsync();
            await stage.BothTalkAsync();
            await stage.CustomerReloadsAndComesBackInANewTabAsync();
            await stage.ServerIsKilledAndStartedAgainAsync();
            await stage.AgentClosesAndTheBotAnswersAsync();

            await stage.CustomerAsksForAPersonAsync();
            await stage.AgentSeesEverythingAndAcceptsAsync();
            await stage.BothTalkAsync();
            await stage.AgentClosesAndTheBotAnswersAsync();
            stage.NobodyComplained();
        }
        catch
        {
            await stage.TakePicturesAsync("failed");
            TestContext.Current.TestOutputHelper!.WriteLine(shop.Output);
            throw;
        }
    }
}
