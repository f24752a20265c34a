using BotFramework.Dialogs;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs;

/// <summary>Tells the customer what came of one kind of task, and lets what runs meanwhile go on.</summary>
internal interface ITaskTeller
{
    string Kind { get; }

    Task TellAsync(Talk talk, DialogContext dialog, FinishedTask task, CancellationToken cancellationToken);
}
