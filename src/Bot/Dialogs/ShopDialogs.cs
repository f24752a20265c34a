using BotFramework.Builder;
using BotFramework.Dialogs;
using Warmline.Bot.Dialogs.Callbacks;
using Warmline.Bot.Dialogs.Orders;

namespace Warmline.Bot.Dialogs;

/// <summary>The bot's dialogs and the stack of them in a conversation.</summary>
internal sealed class ShopDialogs(ConversationState state, OrderDialog orders, CallbackDialog callbacks)
{
    private readonly DialogSet _dialogs = new DialogSet(state.CreateProperty<DialogState>("dialogs")).Add(orders).Add(callbacks);

    public Task<DialogContext> ContextAsync(ITurnContext context, CancellationToken cancellationToken) =>
        _dialogs.CreateContextAsync(context, cancellationToken);
}
