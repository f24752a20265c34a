using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs;

/// <summary>A plain yes or no to the bot's last offer.</summary>
internal static class Offers
{
    /// <summary>True when the line answered the offer. Anything else lets the offer lapse, unless it was made in this very turn.</summary>
    public static async Task<bool> TryAnswerAsync(Talk talk, CancellationToken cancellationToken)
    {
        var (offer, said) = (talk.Memory.Offer, talk.Understood.Top.Intent);
        if (offer == Offer.None || said is not (Intent.Yes or Intent.No))
        {
            talk.Memory.Offer = talk.OffersPerson ? offer : Offer.None;
            talk.Memory.Evidence = talk.OffersPerson ? talk.Memory.Evidence : [];
            return false;
        }

        if (talk.OffersPerson && said == Intent.No)
        {
            // The "no" was to what was asked before; the offer that it brought about still stands.
            return true;
        }

        talk.Memory.Offer = Offer.None;
        var evidence = talk.Memory.Evidence;
        talk.Memory.Evidence = [];

        // Who declines a person gets another try, and is asked again before anything is done over their head.
        talk.Memory.FailedTurns = Math.Min(talk.Memory.FailedTurns, 1);
        var answer = (offer, said) switch
        {
            (Offer.Person, Intent.Yes) => talk.HandOverAsync("asked", evidence, cancellationToken),
            (Offer.Helped, Intent.Yes) => talk.SayAsync("Answer.Helped", cancellationToken),
            (Offer.Helped, Intent.No) => talk.OfferAsync(Offer.Person, "Answer.NotHelped", cancellationToken),
            _ => talk.SayAsync("AnythingElse", cancellationToken),
        };
        await answer;
        return true;
    }
}
