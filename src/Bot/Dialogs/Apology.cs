using BotFramework.Schema;
using Warmline.Bot.Conversing;

namespace Warmline.Bot.Dialogs;

/// <summary>What a customer hears when a turn fails: the truth in calm words, never the error.</summary>
internal static class Apology
{
    /// <param name="turn">The turn that failed.</param>
    /// <param name="handsOver">A person is called with the same commit.</param>
    public static void Say(CurrentTurn turn, bool handsOver) =>
        turn.Say(MessageFactory.Text(Replies.Say(handsOver ? "Error.Taken" : "Error", turn.Language)));
}
