using BotFramework.Dialogs;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs;

/// <summary>What the bot says and does when a task outside the turn has ended, well or not. One for each kind of task.</summary>
internal interface IOutcome
{
    string Kind { get; }

    Task TellAsync(Talk talk, DialogContext dialog, FinishedTask task, CancellationToken cancellationToken);
}
