using Warmline.Handoff.Policy;

namespace Warmline.Bot.Dialogs;

/// <summary>An answer that won't do: asked again once, then with the way to a person, then a person.</summary>
internal sealed class Attempts(Weighing weighing)
{
    public async Task<bool> CheckAsync(
        bool given, int attempt, Talk talk, string unclear, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        if (given)
        {
            return true;
        }

        var decision = weighing.Decide(talk, attempt);
        await (decision.Kind switch
        {
            HandoffKind.HandOver => talk.HandOverAsync(decision, cancellationToken),
            HandoffKind.Offer => talk.OfferAsync(Offer.Person, unclear, cancellationToken, values),
            _ => talk.SayAsync(unclear, cancellationToken, values),
        });
        return false;
    }
}
