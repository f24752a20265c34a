using System.Text.Json;
using Microsoft.Playwright;
using Warmline.EndToEnd.Tests.Browser;
using Warmline.TestSupport;

namespace Warmline.EndToEnd.Tests;

/// <summary>The shop's page hands over who is signed in, and who is not any more.</summary>
[Collection("browser")]
public sealed class SignedInTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task A_page_signs_its_customer_in_and_out_without_a_break_in_the_chat()
    {
        await using var person = await browser.PersonAsync("en");
        await using var shop = new WarmlineProcess { Settings = [$"--Warmline:Shop:Identity:Keys:{ShopSignature.KeyId}:Secret={Convert.ToBase64String(ShopSignature.Secret)}"] };
        await shop.StartAsync();
        var customer = await CustomerPage.VisitAsync(person, shop.Address, "en");
        await customer.OpenChatAsync();

        var token = ShopSignature.Token(new { sub = "7", aud = "warmline", exp = ShopSignature.In(TimeSpan.FromMinutes(10)) });
        Assert.Equal("accepted", await TradedAsync(customer.Page, "token => Warmline.identify(token)", token));
        Assert.Null(await TradedAsync(customer.Page, "() => Warmline.signOut()", null));

        await customer.IsConnectedAsync();
        await customer.AskAsync("Where is my order LL-2407?", new Sentences("en").Bot("Order.AskProof"));
        person.HasNoComplaints();
    }

    private static async Task<string?> TradedAsync(IPage page, string script, string? token)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync(script, token), answer => answer.Url.EndsWith("/chat/session", StringComparison.Ordinal));
        var session = JsonDocument.Parse(await answer.TextAsync()).RootElement;
        return session.TryGetProperty("identity", out var said) ? said.GetString() : null;
    }
}
