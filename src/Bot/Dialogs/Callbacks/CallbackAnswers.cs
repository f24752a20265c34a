using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Callbacks;

/// <summary>Answers that are no number, time or topic: yes and no to the summary, what to correct, and what can't be understood.</summary>
internal sealed class CallbackAnswers(Attempts attempts)
{
    private const string PhoneExample = "+48 600 700 800";

    private static readonly Dictionary<string, Asked> Parts = new()
    {
        ["Callback.Number"] = Asked.Phone,
        ["Callback.Time"] = Asked.When,
        ["Callback.Topic"] = Asked.Topic,
    };

    /// <summary>A yes to the summary as it was shown; one with a correction in it gets a new summary.</summary>
    public static bool IsYes(CallbackDraft draft, Talk talk, string text, bool corrects)
    {
        draft.Remind |= Same(text, talk.Label("Callback.YesRemind"));
        return !corrects && (draft.Remind || talk.Understood.Top.Intent == Intent.Yes);
    }

    /// <summary>True when the customer was answered; false when the next question is to be asked.</summary>
    public async Task<bool> TryOtherwiseAsync(CallbackDraft draft, Talk talk, string text, CancellationToken cancellationToken)
    {
        switch (draft.Asked)
        {
            case Asked.Sure when talk.Understood.Top.Intent == Intent.No:
                draft.Asked = Asked.Which;
                await talk.AskAsync("Callback.Change", Parts.Keys.Select(talk.Label), cancellationToken);
                return true;
            case Asked.Which when Part(talk, text) is { } part:
                draft.Forget(part);
                return false;
            case Asked.Which:
                await talk.AskAsync("Callback.Change", Parts.Keys.Select(talk.Label), cancellationToken);
                return true;
            default:
                await UnclearAsync(draft, talk, cancellationToken);
                return true;
        }
    }

    private Task<bool> UnclearAsync(CallbackDraft draft, Talk talk, CancellationToken cancellationToken)
    {
        var unclear = draft.Asked switch
        {
            Asked.Phone => "Callback.PhoneInvalid",
            Asked.When => "Callback.WhenUnclear",
            Asked.Topic => "Callback.TopicUnclear",
            _ => "YesOrNo",
        };
        return attempts.CheckAsync(given: false, ++draft.Failures, talk, unclear, cancellationToken, ("example", PhoneExample));
    }

    private static Asked? Part(Talk talk, string text)
    {
        var words = WordReader.Read(text).Words;
        return Parts.Where(part => words.Any(word => IsForm(word.Text, talk.Label(part.Key)))).Select(part => (Asked?)part.Value).FirstOrDefault();
    }

    // "Porę", "тему": another ending of the word on the button.
    private static bool IsForm(string word, string label)
    {
        const int LongestEnding = 2;
        var named = WordReader.Read(label).Words[0].Text;
        return word.StartsWith(named.TrimEnd('a', 'e', 'а', 'я'), StringComparison.Ordinal) && word.Length <= named.Length + LongestEnding;
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other, StringComparison.OrdinalIgnoreCase);
}
