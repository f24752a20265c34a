using System.Net;
using System.Net.Http.Json;
using BotFramework.Schema;
using Warmline.Knowledge.Articles.Transfer;
using Warmline.TestSupport;
using Warmline.TestSupport.Channels;

namespace Warmline.Bot.Tests.Stories;

/// <summary>What an editor wrote, as customers of different doors read it.</summary>
public sealed class ArticleStories
{
    private const string Question = "Can I use a loyalty voucher for zebra wallpaper?";

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task Article_for_customers_who_are_signed_in_answers_them_and_nobody_else()
    {
        await using var app = WarmlineApplication.Open(($"Warmline:Shop:Identity:Keys:{ShopSignature.KeyId}:Secret", Convert.ToBase64String(ShopSignature.Secret)));
        await PublishAsync(app, "audience: signed-in\n", "Zebra vouchers wait in your account.");
        var (stranger, known) = (await app.OpenChatAsync(), await app.OpenChatAsync());
        var identity = ShopSignature.Token(new { sub = "7", aud = "warmline", exp = ShopSignature.In(TimeSpan.FromMinutes(20)), jti = Guid.NewGuid() });
        using var traded = await app.Http.PostAsJsonAsync("/chat/session", new { visitorKey = known.VisitorKey, identity }, Cancel);

        Assert.DoesNotContain("Zebra vouchers", await stranger.AskAsync(Question, Cancel), StringComparison.Ordinal);
        Assert.Contains("Zebra vouchers wait", await known.AskAsync(Question, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_of_short_messages_gets_the_short_form_without_marks()
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel);
        await PublishAsync(app, "short: Zebra vouchers: yes.\n", "**Zebra vouchers** are taken, and here is much more about them.");
        var customer = new ChannelCustomer(app, channel);
        var message = customer.New(Question, null);
        message.ChannelId = "sms";

        Assert.Equal(HttpStatusCode.Accepted, (await customer.DeliverAsync(message)).Status);

        Assert.StartsWith("Zebra vouchers: yes.", await customer.NextTextWithAsync("Zebra vouchers"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://chat.shop.example/", "The form: ![a zebra form](https://chat.shop.example/knowledge/pictures/abc).")]
    [InlineData("", "The form: a zebra form.")]
    public async Task Picture_of_our_own_host_is_found_from_a_messenger_or_is_its_words(string home, string told)
    {
        await using var channel = await FakeChannel.StartAsync();
        await using var app = ChannelCustomer.OpenShop(channel, ("Warmline:PublicAddress", home));
        await PublishAsync(app, "", "The form: ![a *zebra* form](/knowledge/pictures/abc).");
        var customer = new ChannelCustomer(app, channel);
        var other = new ChannelCustomer(app, channel, "a:ola");
        var expecting = other.New(Question);
        expecting.DeliveryMode = DeliveryModes.ExpectReplies;

        await customer.WriteAsync(Question);
        Assert.StartsWith(told, await customer.NextTextWithAsync("The form"), StringComparison.Ordinal);
        var (_, body) = await other.DeliverAsync(expecting);

        Assert.Contains(body!["activities"]!.AsArray(), reply => reply!["text"]?.GetValue<string>().StartsWith(told, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Link_to_another_article_is_a_button_that_leads_there()
    {
        await using var app = WarmlineApplication.Open();
        await PublishAsync(app, "", "Zebra vouchers are taken; [how returns work](article:returns.policy) is the same.");
        var customer = await app.OpenChatAsync();

        var answer = await customer.AskAsync(Question, Cancel);

        Assert.Contains("how returns work is the same", answer, StringComparison.Ordinal);
        await customer.PressAsync("how returns work", Cancel);
        Assert.Contains(await customer.NextTurnAsync(Cancel), line => line.Text.Contains("30", StringComparison.Ordinal));
    }

    private static async Task PublishAsync(WarmlineApplication app, string head, string answer)
    {
        var folder = Directory.CreateTempSubdirectory("warmline-articles-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "zebra.vouchers.en.md"), $"---\ntitle: Loyalty vouchers for zebra wallpaper\nvariants:\n- {Question}\n{head}---\n{answer}\n", Cancel);
            using var output = new StringWriter();
            var code = await ArticleCommands.TryRunAsync(["articles", "import", folder.FullName, "--publish"], app.Services, output, output, Cancel);
            Assert.True(code == 0, output.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
