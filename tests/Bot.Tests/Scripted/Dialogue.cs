using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>One dialogue as far as it is played, judged turn by turn.</summary>
internal sealed class Dialogue
{
    private readonly Facts _facts;
    private readonly List<string> _faults = [];
    private bool _isPassedOn;
    private bool _isDone;
    private bool _isWritten;

    public Dialogue(Script script, Facts facts)
    {
        (Script, _facts, Voice) = (script, facts, new Voice(script));
        Who = new ScriptedCustomer(script, Voice);
    }

    public Script Script { get; }

    public Voice Voice { get; }

    public ScriptedCustomer Who { get; }

    /// <summary>Of the bot, the greeting not counted.</summary>
    public int Turns { get; private set; }

    public Slot? Question { get; private set; }

    public IReadOnlyList<string> Buttons { get; private set; } = [];

    /// <summary>The shop is doing what was said yes to.</summary>
    public bool IsBeingDone { get; private set; }

    /// <summary>What the customer came for is done, or they were told truly how it stands.</summary>
    public bool IsSolved { get; private set; }

    /// <summary>The last turn offered a person, or brought one.</summary>
    public bool Offers { get; private set; }

    /// <summary>The order shown is another than the customer has in mind.</summary>
    public bool ShowsWrongOrder { get; private set; }

    public bool IsOver => IsSolved || _isPassedOn || (Offers && Question is null && !ShowsWrongOrder);

    /// <summary>Says that what was said yes to is being done; it is the last line of its turn.</summary>
    public bool Promises(Reply line) =>
        Heard.In(Facts.Plain(line.Text), Script.Language).Any(sentence => sentence.StartsWith("Write.Asked.", StringComparison.Ordinal));

    public void Hear(Reply[] turn, bool isDone)
    {
        Turns++;
        var text = Facts.Plain(string.Join('\n', turn.Where(line => !IsArticle(line.Text)).Select(line => line.Text)));
        var heard = In(text);
        ShowsWrongOrder = Who.WillCorrect(isOrderShown: heard.Any(sentence => StateTruth.IsOfState(sentence)));
        Question = heard.Question is { } key ? Questions.Of[key] : null;
        Buttons = turn[^1].Says;
        Offers = heard.Any(Questions.Person.Contains);
        _isPassedOn |= turn.Any(line => line.Author is not "bot") || heard.Has("Person.Taken") || heard.Has("Frustration.Taken");
        _isDone |= isDone;
        _isWritten |= heard.Any(sentence => sentence is "Write.Done.Return" or "Write.Done.Exchange");
        IsBeingDone = heard.Any(sentence => sentence.StartsWith("Write.Asked.", StringComparison.Ordinal));
        _faults.AddRange(_facts.Faults(text, heard, Script, Voice, _isDone, _isWritten));
        if (Question is { } asked && !IsSolved && Who.HasGiven(asked))
        {
            _faults.Add($"asked twice: {heard.Question}");
        }

        IsSolved |= isDone ? heard.Has($"Write.Done.{Script.Goal}") : !IsBeingDone && IsAnswered(heard, text);
    }

    public Played Played(string written) => new(Script, IsSolved, _isPassedOn, Turns, _faults, written);

    private bool IsAnswered(Heard heard, string text) => (!Script.IsAllowed || Script.Goal == Goal.Status)
        && heard.Sentences.Any(sentence => sentence.Key == StateTruth.Answer(Script) && (sentence.Order.Length == 0 || Script.Order.Number.EndsWith(sentence.Order.TrimStart('#'), StringComparison.Ordinal)))
        && (Script.Goal != Goal.Status || Script.Order.Items.All(item => text.Contains(item.Name, StringComparison.Ordinal) && text.Contains(Facts.Plain(item.Options), StringComparison.Ordinal)));

    // Whoever is answered in another language than their own reads that, as well as they can.
    private Heard In(string text)
    {
        var heard = Heard.In(text, Script.Language);
        if (heard.Sentences.Count == 0 && Languages.All.FirstOrDefault(language => Heard.In(text, language).Sentences.Count > 0) is { } other)
        {
            _faults.Add($"other language: {other}");
            return Heard.In(text, other);
        }

        return heard;
    }

    // The shop's own words about delivery and payment say nothing of an order.
    private bool IsArticle(string text) => Heard.In(text, Script.Language).Has("Answer.Source");
}
