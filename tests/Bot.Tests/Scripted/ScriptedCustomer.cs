namespace Warmline.Bot.Tests.Scripted;

/// <summary>
/// What a scripted customer says next to what was asked. Knows nothing of the bot but its questions, and keeps what was given, so that
/// a question asked twice shows.
/// </summary>
internal sealed class ScriptedCustomer(Script script, Voice voice)
{
    private readonly HashSet<Slot> _given = [];
    private Slot? _open;
    private bool _isMistaken = script.Slip != Slip.None;
    private int _asides = script.Manner == Manner.Scattered ? 1 + (voice.Way % 2) : 0;
    private int _wishes;

    /// <summary>Whether the bot knows this already, or has no reason to ask.</summary>
    public bool HasGiven(Slot slot) => slot switch
    {
        Slot.NotFound => !_isMistaken,
        Slot.Needless => true,
        Slot.Wanted => script.Goal == Goal.Exchange || _given.Contains(slot),
        Slot.Street or Slot.House or Slot.PostCode or Slot.City => _given.Contains(slot) || _given.Contains(Slot.Address),
        _ => _given.Contains(slot),
    };

    /// <summary>What is shown is not what was meant, and this customer will say so, whatever is asked.</summary>
    public bool WillCorrect(bool isOrderShown) =>
        _isMistaken && script.Slip == Slip.NoticedLater && isOrderShown && script.Goal is Goal.Status or Goal.Cancel;

    public string Correct() => Corrected();

    public string Open() => script.Manner switch
    {
        Manner.Impatient => AllAtOnce($"Line.{script.Goal}", isImpatient: true),
        Manner.Scattered when voice.Way % 3 == 0 => AllAtOnce($"Part.{script.Goal}", isImpatient: false),
        Manner.Scattered when voice.Way % 3 == 1 => voice.Say("Hello"),
        _ => Wish(),
    };

    /// <param name="question">What the bot asks; null: nothing, or nothing that can be understood.</param>
    /// <param name="buttons">Under its last line.</param>
    public string Answer(Slot? question, IReadOnlyList<string> buttons)
    {
        if (question is { } asked && _asides > 0 && asked is Slot.Proof or Slot.Sure or Slot.Cause && !_given.Contains(question!.Value))
        {
            (_asides, _open) = (_asides - 1, question);
            return voice.Say("Aside");
        }

        var before = _open;
        _open = question is Slot.Needless ? before : question;
        return _open is { } open ? To(open, buttons)
            : before is { } unanswered ? To(unanswered, buttons)
            : Wish();
    }

    private string To(Slot asked, IReadOnlyList<string> buttons) => asked switch
    {
        Slot.Wish => Wish(),
        Slot.Number when script.Manner == Manner.Scattered && _given.Add(Slot.Proof) => voice.Say("Email"),
        Slot.Number => Give(asked, "Number"),
        Slot.Proof => Give(asked, "Email"),
        Slot.Items => voice.Item is null ? Give(asked, "Everything", "Return.Everything") : Give(asked, "Item"),
        Slot.WhichOf => Pick(buttons),
        Slot.Cause when script.Cause == Cause.None => Corrected(),
        Slot.Cause => Give(asked, $"Cause.{script.Cause}", CauseLabel()),
        Slot.Wanted => Give(asked, "Money", "Return.Wanted.Money"),
        Slot.Variant => Choose(buttons),
        Slot.Refund when script.ToGiftCard => Give(asked, "Refund.GiftCard", "Return.To.GiftCard"),
        Slot.Refund => Give(asked, "Refund.Original", "Return.To.OriginalPayment"),
        Slot.Address when script.Manner == Manner.Scattered && _given.Add(Slot.Street) => voice.Spoken(voice.Address.Street),
        Slot.Address => Give(asked, voice.WholeAddress),
        Slot.Street or Slot.House => Give(asked, () => voice.Address.Street),
        Slot.PostCode => Give(asked, () => voice.PostCode),
        Slot.City => Give(asked, () => voice.Address.City),
        Slot.Exception => voice.Say("No"),
        Slot.Sure when _isMistaken && script.Slip == Slip.NoticedLater => Corrected(),
        Slot.Start or Slot.Sure => Give(asked, "Yes", "Quick.Yes"),
        _ => Corrected(),
    };

    // In other words each time it is not understood.
    private string Wish()
    {
        _given.Add(Slot.Wish);
        return voice.Say($"Wish.{script.Goal}", voice.Way + _wishes++);
    }

    private string AllAtOnce(string key, bool isImpatient)
    {
        _wishes++;
        var line = voice.Say(key);
        var given = new (Slot Slot, bool Is)[]
        {
            (Slot.Wish, true), (Slot.Number, isImpatient), (Slot.Proof, isImpatient), (Slot.Items, script.Goal != Goal.Status && Has(line, voice.Item?.Name)),
            (Slot.Cause, Has(line, voice.CauseInWords())), (Slot.Address, Has(line, voice.WholeAddress())),
        };
        _given.UnionWith(given.Where(slot => slot.Is).Select(slot => slot.Slot));
        return line;
    }

    private static bool Has(string line, string? part) => part is not null && line.Contains(part, StringComparison.Ordinal);

    private string Give(Slot slot, Func<string> words)
    {
        _given.Add(slot);
        return voice.Spoken(words());
    }

    // The shop's own button, or the same in words; who was not understood presses the button.
    private string Give(Slot slot, string phrase, string? label = null)
    {
        var isAgain = !_given.Add(slot);
        return label is not null && (isAgain || (script.Manner == Manner.Cooperative && voice.Way % 2 == 0)) ? voice.Press(label) : voice.Say(phrase);
    }

    private string? CauseLabel() => (script.Goal, script.Cause) switch
    {
        (Goal.Cancel, Cause.NoLongerNeeded) => "Change.Cause.NoLongerNeeded",
        (Goal.Cancel, Cause.ByMistake) => "Change.Cause.OrderedByMistake",
        (Goal.Cancel, _) => "Change.Cause.CheaperElsewhere",
        (_, Cause.NoLongerNeeded) => null,
        _ => $"Return.Cause.{script.Cause}",
    };

    private string Pick(IReadOnlyList<string> buttons) =>
        buttons.FirstOrDefault(button => voice.Item is { } item && button.StartsWith(item.Name, StringComparison.Ordinal)) is { } button
            ? Give(Slot.WhichOf, () => button)
            : Give(Slot.WhichOf, "Item");

    // The goods of this shop have variants, shown as buttons.
    private string Choose(IReadOnlyList<string> buttons)
    {
        voice.Chosen ??= buttons.Count > 0 ? buttons[voice.Way % buttons.Count] : null;
        return Give(Slot.Variant, "Variant");
    }

    private string Corrected()
    {
        _isMistaken = false;
        _given.Remove(Slot.Variant);
        voice.Notice();
        return (script.Slip, script.Goal) switch
        {
            (Slip.Typo or Slip.StrangersOrder, _) => voice.Say("Fix.Number"),
            (Slip.WrongEmail, _) => voice.Say("Fix.Email"),
            (Slip.NoticedLater, Goal.Return or Goal.Exchange) => voice.Say("Fix.Item"),
            (Slip.NoticedLater, Goal.Address) => voice.Say("Fix.PostCode"),
            (Slip.NoticedLater, _) => voice.Say("Fix.Order"),
            _ => voice.Say("Both"),
        };
    }
}
