using Warmline.Bot.Dialogs.Orders;
using Warmline.Handoff.Policy;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Dialogs;

/// <summary>What the bot remembers of a conversation between turns, beside the facts and the stack of dialogs.</summary>
internal sealed class BotMemory
{
    private const int AnswersKept = 4;
    private const int LongestKept = 200;

    /// <summary>Turns in a row in which the bot could not help.</summary>
    public int FailedTurns { get; set; }

    /// <summary>What the handoff policy remembers of earlier turns.</summary>
    public PolicyMemory Policy { get; set; } = new();

    /// <summary>How often each sentence was said, so that none is repeated word for word.</summary>
    public Dictionary<string, int> Said { get; set; } = [];

    /// <summary>The last answers, cut short: a customer who gets the same again is going in circles.</summary>
    public List<string> Answers { get; set; } = [];

    /// <summary>What a plain yes or no would now answer.</summary>
    public Offer Offer { get; set; }

    /// <summary>Why a person is offered, for whoever takes over; lapses with the offer.</summary>
    public List<string> Evidence { get; set; } = [];

    /// <summary>The last line that belongs to a return that was asked for: what was said before is not about the next one.</summary>
    public long ReturnedUpTo { get; set; }

    /// <summary>The last question an article answered, or asked back to.</summary>
    public KnowledgeContext? Asked { get; set; }

    /// <summary>The orders that were opened in this conversation.</summary>
    public KnownOrders Orders { get; set; } = new();

    /// <summary>What the shop can answer again, kept until the customer's other task is over.</summary>
    public List<WaitingQuestion> Waiting { get; set; } = [];

    /// <summary>Writes to the shop that were asked for and have not ended.</summary>
    public List<string> BeingDone { get; set; } = [];

    /// <summary>Remembers an answer.</summary>
    public void Keep(string answer)
    {
        if (answer.Length > 0)
        {
            Answers = [.. Answers.TakeLast(AnswersKept - 1), answer[..Math.Min(answer.Length, LongestKept)]];
        }
    }
}

/// <summary>A question of the bot that a plain yes or no answers.</summary>
internal enum Offer
{
    None,

    /// <summary>Shall I connect you to a person?</summary>
    Person,

    /// <summary>Did this help?</summary>
    Helped,
}
