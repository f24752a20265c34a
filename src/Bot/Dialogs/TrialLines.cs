using Warmline.Bot.Dialogs.Returns;
using Warmline.Bot.Understanding;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Dialogs;

/// <summary>Tells editors who try a question what the bot would make of it as a conversation's first line.</summary>
internal sealed class TrialLines(Understander understander) : ILineReader
{
    // What the bot does itself, whatever the articles say; small talk included.
    private static readonly Intent[] Tasks =
    [
        Intent.OrderStatus, Intent.CancelOrChangeOrder, Intent.Complaint, Intent.HumanAgent, Intent.Callback, Intent.BotOrHuman,
        Intent.Greeting, Intent.Thanks, Intent.Cancel, Intent.Back, Intent.LeaveQueue,
    ];

    public LineReading Read(string text, string language)
    {
        var understood = understander.Understand([text], language);
        var wanted = Wishes.Wanted(understood);
        var questions = wanted.Intersect(Wishes.Questions).ToList();
        var startsReturn = understood.Is(Topic.StartReturn) && !ReturnLine.IsQuestion(text);
        return new(
            [.. wanted.Select(IntentNames.Of)],
            AsksArticles: !startsReturn && (questions.Count > 0 || !wanted.Intersect(Tasks).Any()),
            questions.Count > 0 ? GeneralArticles.Of(questions[0]) : null);
    }
}
