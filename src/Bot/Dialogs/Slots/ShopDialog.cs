using BotFramework.Dialogs;

namespace Warmline.Bot.Dialogs.Slots;

/// <summary>A dialog of the shop: it can say whether a line is meant for it, and go one step back.</summary>
internal abstract class ShopDialog(string id) : Dialog(id)
{
    /// <summary>Whether this line gives the dialog anything. If not, another wish in the line is followed first.</summary>
    public abstract bool Understands(Talk talk, DialogInstance instance);

    /// <summary>The line answers what was asked, whatever else its words could mean: "I changed my mind" is a reason where one was asked for.</summary>
    public virtual bool IsAnswered(Talk talk, DialogInstance instance) => false;

    /// <summary>Pictures are part of what it is told.</summary>
    public virtual bool TakesFiles => false;

    /// <summary>Forgets the last answer and asks for it again.</summary>
    public abstract Task<DialogTurnResult> GoBackAsync(DialogContext dialog, CancellationToken cancellationToken);
}
