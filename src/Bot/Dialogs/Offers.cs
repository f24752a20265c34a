using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs;

/// <summary>A plain yes or no to the bot's last offer.</summary>
internal static class Offers
{
    /// <summary>True when the line answered the offer. Anything else lets the offer lapse.</summary>
    public static async Task<bool> TryAnswerAsync(Talk talk, CancellationToken cancellationToken)
    {
        var (offer, said) = (talk.Memory.Offer, talk.Understood.Top.Intent);
        if (offer == Offer.None || said is not (Intent.Yes or Intent.No))
        {
            talk.Memory.Offer = OfferedJustNow(talk) ? offer : Offer.None;
            return false;
        }

        talk.Memory.Offer = Offer.None;
        var answer = (offer, said) switch
        {
            (Offer.Person, Intent.Yes) => talk.HandOverAsync("asked", [], cancellationToken),
            (Offer.Helped, Intent.Yes) => talk.SayAsync("Answer.Helped", cancellationToken),
            (Offer.Helped, Intent.No) => talk.OfferAsync(Offer.Person, "Answer.NotHelped", cancellationToken),
            _ => talk.SayAsync("AnythingElse", cancellationToken),
        };
        await answer;
        return true;
    }

    // A soothing offer of this very turn stands beside what follows it.
    private static bool OfferedJustNow(Talk talk) =>
        talk.Memory.Offer == Offer.Person && (talk.Understood.Signals.Anger.Strength > 0 || talk.Understood.Signals.Abuse.Strength > 0);
}
