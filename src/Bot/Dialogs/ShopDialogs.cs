using BotFramework.Builder;
using BotFramework.Dialogs;

namespace Warmline.Bot.Dialogs;

/// <summary>The bot's dialogs and the stack of them in a conversation.</summary>
internal sealed class ShopDialogs(ConversationState state, IEnumerable<Dialog> dialogs)
{
    private readonly DialogSet _dialogs = dialogs.Aggregate(new DialogSet(state.CreateProperty<DialogState>("dialogs")), (set, dialog) => set.Add(dialog));

    public Task<DialogContext> ContextAsync(ITurnContext context, CancellationToken cancellationToken) =>
        _dialogs.CreateContextAsync(context, cancellationToken);
}
