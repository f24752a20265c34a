namespace Warmline.Knowledge.Asked;

/// <summary>The questions of one conversation in their order, and what its next turns mean for them.</summary>
internal sealed class QuestionStory(IEnumerable<CustomerQuestion> known)
{
    private readonly SortedList<long, CustomerQuestion> _questions = new(known.ToDictionary(question => question.Seq));

    /// <summary>The question to store, if the turn asked one that was not told before.</summary>
    public CustomerQuestion? Take(AskedTurn turn)
    {
        if (turn.Helped is { } helped)
        {
            Judge(turn.Seq, helped);
        }

        var question = turn.Question is { } asked && !_questions.ContainsKey(turn.Seq) ? CustomerQuestion.Of(turn, asked) : null;
        if (question is not null)
        {
            if (Before(turn.Seq).LastOrDefault() is { } before)
            {
                question.Follow(before);
            }

            _questions[turn.Seq] = question;
        }

        if (turn.HandedOver)
        {
            PersonCame(turn.Seq);
        }

        return question;
    }

    // Who took a choice judges the question that led to it, too.
    private void Judge(long seq, bool helped)
    {
        if (Before(seq).LastOrDefault(question => question.Outcome == AskedOutcome.Answer) is { } judged)
        {
            judged.Judge(helped);
            if (judged.Takes is { } first && _questions.TryGetValue(first, out var asked))
            {
                asked.Judge(helped);
            }
        }
    }

    private void PersonCame(long seq)
    {
        var led = _questions.Values.Where(question => question.Seq <= seq && question is { HandoffSeq: null, Takes: null }).ToList();
        foreach (var question in led)
        {
            question.PersonCame(seq, isFirst: question == led[0], isLast: question == led[^1]);
        }
    }

    private IEnumerable<CustomerQuestion> Before(long seq) => _questions.Values.Where(question => question.Seq < seq);
}
