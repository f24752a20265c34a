using Warmline.Bot.Shop.Import;
using Warmline.Bot.Shop.Remote;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Http;

internal static class HttpOutcomes
{
    /// <summary>An answer that says neither done nor refused leaves us in the dark: then it is unknown, and asked about.</summary>
    public static WriteOutcome Of(WireAnswer answer)
    {
        var said = ShopJson.TryRead<HttpOutcome>(answer, ShopJson.Camel);
        return said switch
        {
            { Outcome: "done" } when ShopText.Clean(said.Reference, 60) is { } reference => new WriteOutcome.Done(reference)
            {
                Instructions = ShopText.Clean(said.Instructions, 1000),
                Label = WebAddress.Of(said.Label),
                SendBy = ShopText.Day(said.SendBy),
            },
            { Outcome: "refused" } => new WriteOutcome.Refused(EnumNames<WriteRefusal>.Parse(said.Why ?? "") ?? WriteRefusal.AgainstRules),
            _ => new WriteOutcome.Unknown(),
        };
    }
}
