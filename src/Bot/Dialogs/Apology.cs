using BotFramework.Schema;
using Warmline.Bot.Conversing;

namespace Warmline.Bot.Dialogs;

/// <summary>What a customer hears when a turn fails: the truth in calm words, never the error.</summary>
internal static class Apology
{
    public static void Say(CurrentTurn turn) => turn.Say(MessageFactory.Text(Replies.Say("Error", turn.Language)));
}
