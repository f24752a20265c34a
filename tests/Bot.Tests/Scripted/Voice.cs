using Warmline.Bot.Dialogs;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>How a scripted customer says things: their words, and what they now take for right.</summary>
internal sealed class Voice
{
    private readonly Script _script;
    private readonly Phrases _phrases;
    private readonly HashSet<string> _emails = [];
    private readonly HashSet<Tau2Order> _orders = [];

    public Voice(Script script)
    {
        (_script, _phrases) = (script, Phrases.In(script.Language, script.Hand));

        // Neighbours don't talk alike.
        Way = (script.Number * 7) + (script.Number / 11);
        Address = _phrases.Address(Way);
        (Number, Email, Item, PostCode) = (script.Order.Number, script.Order.Email, script.Item, Address.PostCode);
        switch (script.Slip)
        {
            case Slip.Typo:
                // A digit too many; or too few.
                Number = Way % 2 == 0 ? Number + "4" : Number[..^1];
                break;
            case Slip.WrongEmail:
                Email = Email.Replace("@", "1@", StringComparison.Ordinal);
                break;
            case Slip.NoticedLater:
                (Item, PostCode, Number) = (script.WrongItem ?? Item, "10101", script.WrongOrder?.Number ?? Number);
                break;
            case Slip.StrangersOrder:
                Number = script.WrongOrder!.Number;
                break;
        }
    }

    public int Way { get; }

    public NewAddress Address { get; }

    /// <summary>The order meant, as the shop writes it.</summary>
    public string Number { get; private set; }

    public string Email { get; private set; }

    public Tau2Item? Item { get; private set; }

    public string PostCode { get; private set; }

    /// <summary>The variant chosen, by its options.</summary>
    public string? Chosen { get; set; }

    /// <summary>All that was said so far.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Orders of the customer whose number and address were both said: no other may be shown.</summary>
    public IReadOnlyList<Tau2Order> Proven => [.. _orders.Where(order => _emails.Contains(order.Email))];

    public string Say(string key) => Say(key, Way + Lines.Count);

    public string Say(string key, int way)
    {
        var words = _phrases.Say(
            key, way, ("n", WrittenNumber()), ("e", Email), ("i", Item?.Name), ("w", _script.WrongItem?.Name), ("c", CauseInWords()), ("a", WholeAddress()),
            ("z", PostCode), ("v", Chosen));
        return Spoken(words);
    }

    /// <summary>Words on a button, or of no phrase.</summary>
    public string Spoken(string words)
    {
        Lines.Add(words);
        if (words.Contains(Email, StringComparison.Ordinal))
        {
            _emails.Add(Email);
        }

        if (words.Contains(WrittenNumber(), StringComparison.Ordinal) && Named() is { } order)
        {
            _orders.Add(order);
        }

        return words;
    }

    public string Press(string label) => Spoken(Replies.Say(label, _script.Language));

    /// <summary>From now on everything is said right.</summary>
    public void Notice() => (Number, Email, Item, PostCode, Chosen) = (_script.Order.Number, _script.Order.Email, _script.Item, Address.PostCode, null);

    public string? CauseInWords() => _script.Cause == Cause.None ? null : _phrases.Say($"Cause.{_script.Cause}", Way);

    public string WholeAddress() => Address.Whole.Replace(Address.PostCode, PostCode, StringComparison.Ordinal);

    private Tau2Order? Named() => new[] { _script.Order, _script.WrongOrder }.FirstOrDefault(order => order?.Number == Number);

    // #W1234567, as people copy, type and dictate it.
    private string WrittenNumber() => (Way % 4) switch
    {
        0 => Number,
        1 => Number[1..],
        2 => _script.Language == "fa" ? Persian(Number[1..]) : Number[1..].ToLowerInvariant(),
        _ => Number,
    };

    private static string Persian(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + (c - '0')) : c));
}
