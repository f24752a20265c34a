using BotFramework.Builder;
using BotFramework.Schema;

namespace Warmline.EchoHost;

/// <summary>Greets, and says back what it hears, with the activity as it came.</summary>
internal sealed class EchoBot : ActivityHandler
{
    protected override Task OnMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.SendActivityAsync(turnContext.Activity.Locale == "zh-CN" ? "欢迎" : "Welcome", null, cancellationToken);

    protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var reply = MessageFactory.Text(turnContext.Activity.Text ?? "");
        reply.Attachments = turnContext.Activity.Attachments;
        reply.ChannelData = ProtocolJson.ToElement(new { OriginalActivity = turnContext.Activity });
        return turnContext.SendActivityAsync(reply, cancellationToken);
    }
}
