using Microsoft.Extensions.Options;
using Warmline.Bot.Pages;

namespace Warmline.Bot.Dialogs;

/// <summary>The first line: that this is a bot, what it can do, and that a person is a word away.</summary>
internal sealed class Welcome(IOptions<ShopFrontOptions> shop)
{
    private static readonly string[] Buttons = ["Quick.Order", "Quick.Returns", "Quick.Callback", "Quick.Person"];

    public Task SayAsync(Talk talk, CancellationToken cancellationToken) =>
        talk.AskAsync("Welcome", Buttons.Select(talk.Label), cancellationToken, ("shop", shop.Value.Name));

    /// <summary>What can be asked, as an answer to a greeting.</summary>
    public static Task GreetAsync(Talk talk, CancellationToken cancellationToken) =>
        talk.AskAsync("Greeting", Buttons.Select(talk.Label), cancellationToken);

    /// <summary>The same, when the customer wants to start over.</summary>
    public static Task BeginAgainAsync(Talk talk, CancellationToken cancellationToken) =>
        talk.AskAsync("Control.StartOver", Buttons.Select(talk.Label), cancellationToken);
}
