using BotFramework.Builder;
using BotFramework.Schema;
using Warmline.Bot.Conversing;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Shop;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Policy;
using Warmline.Knowledge.Search;

namespace Warmline.Bot.Dialogs;

/// <summary>One turn as the dialogs see it: what the customer means, what is known, and a voice.</summary>
internal sealed class Talk(ITurnContext context, CurrentTurn turn, BotMemory memory, Understood understood)
{
    public CurrentTurn Turn { get; } = turn;

    public BotMemory Memory { get; } = memory;

    public Understood Understood { get; } = understood;

    /// <summary>What the policy remembered when the turn began.</summary>
    public PolicyMemory PolicyBefore { get; } = memory.Policy;

    /// <summary>The question an article had answered, or asked back to, when the turn began.</summary>
    public KnowledgeContext? AskedBefore { get; } = memory.Asked;

    public string Language => Turn.Language;

    /// <summary>The customer's lines of this turn as written.</summary>
    public string Words => context.Activity.Text ?? "";

    /// <summary>Orders opened in this turn, by the proof: none is looked up twice.</summary>
    public Dictionary<OrderKey, Order> OpenOrders { get; } = [];

    /// <summary>Who the customer is by the shop's own signed word, in this very turn; null for everybody else.</summary>
    public ShopCustomer? Customer => Turn.Input.Customer is { } known ? new ShopCustomer(known.ShopId, known.Email, known.Phone, known.Name) : null;

    public bool IsQueued => Turn.Input.Owner == Owner.Queue;

    /// <summary>This turn already asks whether a person shall come: one such question is enough.</summary>
    public bool OffersPerson { get; private set; }

    public static Talk Of(ITurnContext context) =>
        context.TurnState.Get<Talk>() ?? throw new InvalidOperationException("Nobody began to talk in this turn.");

    /// <summary>The sentence in the customer's language, another variant each time.</summary>
    public string Text(string key, params (string Name, object? Value)[] values)
    {
        var said = Memory.Said.GetValueOrDefault(key);
        Memory.Said[key] = said + 1;
        return Replies.SayAnew(key, Language, said, values);
    }

    /// <summary>The variant that was said last, with other values.</summary>
    public string TextAgain(string key, params (string Name, object? Value)[] values) => Replies.SayAnew(key, Language, Memory.Said[key] - 1, values);

    /// <summary>The words on a button.</summary>
    public string Label(string key) => Replies.Say(key, Language);

    public Task SayAsync(string key, CancellationToken cancellationToken, params (string Name, object? Value)[] values) =>
        context.SendActivityAsync(Text(key, values), null, cancellationToken);

    public Task SendAsync(Activity activity, CancellationToken cancellationToken) => context.SendActivityAsync(activity, cancellationToken);

    /// <summary>A sentence with buttons; pressing one says its label.</summary>
    public Task AskAsync(string key, IEnumerable<string> buttons, CancellationToken cancellationToken, params (string Name, object? Value)[] values) =>
        SendAsync(MessageFactory.SuggestedActions(buttons, Text(key, values)), cancellationToken);

    /// <summary>A question that a plain yes or no answers in the next turn. While the customer waits for a person there is none to offer.</summary>
    public Task OfferAsync(Offer offer, string key, CancellationToken cancellationToken, params (string Name, object? Value)[] values) =>
        OfferAsync(offer, key, [], cancellationToken, values);

    /// <summary>The same, with buttons that do something else before yes and no.</summary>
    public Task OfferAsync(Offer offer, string key, IEnumerable<CardAction> others, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        if (IsQueued && offer == Offer.Person)
        {
            return StillWaitingAsync(cancellationToken);
        }

        Memory.Offer = offer;
        OffersPerson |= offer == Offer.Person;
        CardAction[] buttons = [.. others, CardAction.ImBack(Label("Quick.Yes")), CardAction.ImBack(Label("Quick.No"))];
        return SendAsync(MessageFactory.SuggestedActions(buttons, Text(key, values)), cancellationToken);
    }

    /// <summary>Said once in a conversation, before the first personal question.</summary>
    public Task TellPrivacyOnceAsync(CancellationToken cancellationToken) =>
        Memory.Said.ContainsKey("Privacy") ? Task.CompletedTask : SayAsync("Privacy", cancellationToken);

    public Task StillWaitingAsync(CancellationToken cancellationToken) =>
        WaitAsync("Person.StillWaiting", cancellationToken);

    /// <summary>The conversation goes to a person; the house tells the customer where they stand. Who already waits keeps the place.</summary>
    public Task HandOverAsync(HandoffDecision decision, CancellationToken cancellationToken) =>
        HandOverAsync(decision.Reason, decision.Evidence, cancellationToken);

    /// <summary>The same, when the customer said yes to it.</summary>
    public async Task HandOverAsync(string reason, IReadOnlyList<string> evidence, CancellationToken cancellationToken)
    {
        if (IsQueued)
        {
            await WaitAsync("Person.AlreadyWaiting", cancellationToken);
            return;
        }

        if (reason != "asked")
        {
            await SayAsync(Understood.Signals[Signals.Frustration].Strength >= Signal.Clear ? "Frustration.Taken" : "Person.Taken", cancellationToken);
        }

        Turn.Make(new Move.RequestHandoff(reason, evidence));
    }

    // The place, and the two ways out of the queue.
    private Task WaitAsync(string key, CancellationToken cancellationToken) => AskAsync(
        key, [Label("Quick.Callback"), Label("Quick.LeaveQueue")], cancellationToken, ("position", Turn.Input.QueuePlace ?? 1));
}
