using BotFramework.DirectLine;
using BotFramework.Hosting;
using Warmline.Bot.Channels.Connector;
using Warmline.Bot.Channels.DirectLine;
using Warmline.Bot.Conversing;
using Warmline.Bot.Dialogs;
using Warmline.Bot.Hosting;
using Warmline.Bot.Limits;
using Warmline.Bot.Observing;
using Warmline.Bot.Pages.Chat;
using Warmline.Bot.Shop;
using Warmline.Bot.Understanding.Commands;
using Warmline.Handoff;
using Warmline.Knowledge;
using Warmline.Knowledge.Articles.Transfer;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = PublishedFolder.Path });
CallersFolder.EnterForCommand(args);
var done = await CommandHelp.TryRunAsync(args, Console.Out, Console.Error) ?? await ShopCommands.TryRunAsync(
    CommandWords.Of(args), Console.Out, Console.Error, builder.Configuration, builder.Environment.ContentRootPath, CancellationToken.None);
if (done is not null)
{
    return done.Value;
}

builder.WebHost.UseStaticWebAssets();
builder.Services
    .AddProblemDetails()
    .AddObserving(builder.Configuration)
    .AddHealth()
    .AddTrustedProxies(builder.Configuration)
    .AddLimits()
    .AddDatabase(builder.Configuration, builder.Environment)
    .AddPolicySettings()
    .AddCallbackSettings()
    .AddHandoff()
    .AddShop(builder.Configuration)
    .AddShopKnowledge()
    .AddFramedPages()
    .AddDirectLineOnLog()
    .AddConnectorOnLog()
    .AddConversing()
    .AddDialogs()
    .AddUnderstandingCommands(args)
    .AddChatPages();

var app = builder.Build();
return await app.PlainlyAsync(async () =>
{
    app.UseTrustedProxies();
    app.UseRouting();
    app.UseProtocolStreams();
    app.UseConversationScope();
    app.UseRateLimiter();
    app.UseProtocolEndpoints();
    app.UseExceptionHandler();
    app.UseStatusCodePages();
    app.UseFramedCookies();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.MapStaticAssets();
    app.MapStart();
    app.MapHealth();
    app.MapDirectLine();
    app.MapMessages();
    app.MapChatPages();
    app.MapChatSession();
    app.MapChatTranscript();
    app.MapHandoff();
    app.MapKnowledge();

    return await UnderstandingCommands.TryRunAsync(args, Console.In, Console.Out, Console.Error, () => app.Services, CancellationToken.None)
        ?? await StaffCommands.TryRunAsync(CommandWords.Of(args), app, Console.Out, Console.Error)
        ?? await ArticleCommands.TryRunAsync(args, app.Services, Console.Out, Console.Error, CancellationToken.None)
        ?? await app.RunUntilStoppedAsync();
});
